package org.bbc1.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessagingLimitsTest {

  private static MessagingLimits read(Map<String, String> settings) {
    return ProcessConfiguration.read(
            key ->
                Optional.of(key)
                    .filter(name -> name.startsWith("bbc1.messaging."))
                    .map(name -> settings.get(name.substring("bbc1.messaging.".length()))))
        .limits()
        .messaging();
  }

  @Test
  void everyBoundHasADefault() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new MessagingLimits(10_000, 1000, 64 << 20, 16 << 20, 256, 100_000, 1000, 16 << 20));
  }

  @Test
  void everyBoundCanBeSet() {
    Map<String, String> settings =
        Map.of(
            "max-waiting", "1",
            "max-waiting-per-connection", "2",
            "max-waiting-bytes", "3",
            "max-waiting-bytes-per-connection", "4",
            "max-signers", "5",
            "max-notifications", "6",
            "max-notifications-per-connection", "7",
            "max-delayed-bytes", "8");

    assertThat(read(settings)).isEqualTo(new MessagingLimits(1, 2, 3, 4, 5, 6, 7, 8));
  }

  @Test
  void boundThatLetsNothingThroughIsAFault() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read(Map.of("max-waiting", "0", "max-notifications", "x")))
        .satisfies(e -> assertThat(e.faults()).hasSize(2));
  }
}
