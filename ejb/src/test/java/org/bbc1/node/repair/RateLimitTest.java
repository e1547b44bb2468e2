package org.bbc1.node.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bbc1.node.time.VirtualScheduler;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final VirtualScheduler time = new VirtualScheduler();
  private final RateLimit limit = new RateLimit(time.clock(), 3);

  private int passing(int tries) {
    int passed = 0;
    for (int i = 0; i < tries; i++) {
      passed += limit.tryPass() ? 1 : 0;
    }
    return passed;
  }

  @Test
  void soManyPassAtOnceAndNoMore() {
    assertThat(passing(10)).isEqualTo(3);
  }

  @Test
  void roomComesBackPieceByPiece() {
    passing(3);
    time.advance(Duration.ofSeconds(19));
    assertThat(passing(5)).isZero();

    time.advance(Duration.ofSeconds(1));

    assertThat(passing(5)).isEqualTo(1);
  }

  @Test
  void whatWasNotUsedDoesNotAddUp() {
    time.advance(Duration.ofDays(1));

    assertThat(passing(10)).isEqualTo(3);
  }
}
