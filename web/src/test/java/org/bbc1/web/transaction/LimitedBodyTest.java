package org.bbc1.web.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.bbc1.web.problem.ProblemException;
import org.bbc1.web.problem.ProblemType;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
  private static final int LIMIT = 1000;

  private final LimitedBody limited = new LimitedBody(LIMIT);

  @Test
  void bodyOfExactlyTheLimitIsRead() throws Exception {
    assertThat(limited.read(new ByteArrayInputStream(new byte[LIMIT]), -1)).hasSize(LIMIT);
  }

  @Test
  void oneByteMoreIsRefusedWhateverTheLengthClaims() {
    for (long claimed : new long[] {-1, 0, LIMIT}) {
      assertThatThrownBy(() -> limited.read(new ByteArrayInputStream(new byte[LIMIT + 1]), claimed))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.TOO_LARGE));
    }
  }

  @Test
  void claimedLengthOverTheLimitIsRefusedUnread() {
    InputStream untouchable =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read");
          }
        };

    assertThatThrownBy(() -> limited.read(untouchable, LIMIT + 1L))
        .isInstanceOf(ProblemException.class);
  }
}
