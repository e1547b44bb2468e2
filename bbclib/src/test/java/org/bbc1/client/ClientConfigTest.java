package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientConfigTest {

  private static final ClientConfig CONFIG = ClientConfig.of("127.0.0.1", 9000);

  @Test
  void timeThatNoSocketCanWaitIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CONFIG.withRequestTimeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CONFIG.withRequestTimeout(Duration.ofDays(100)));
  }
}
