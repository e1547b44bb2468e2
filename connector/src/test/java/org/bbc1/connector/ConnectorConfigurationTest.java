package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectorConfigurationTest {

  private static ConnectorConfiguration read(Map<String, String> settings) {
    return ConnectorConfiguration.read(key -> Optional.ofNullable(settings.get(key)));
  }

  @Test
  void theDefaultsAreThoseOfTheSpecification() {
    ConnectorConfiguration defaults = read(Map.of());
    assertThat(defaults.clientAddress().isLoopbackAddress()).isTrue();
    assertThat(defaults.clientPort()).isEqualTo(9000);
    assertThat(defaults.maxFrameBytes()).isEqualTo(16_777_216);
    assertThat(defaults.maxConnections()).isEqualTo(1000);
    assertThat(defaults.halfFrameTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(defaults.idleTimeout()).isZero();
    assertThat(defaults.maxQueuedBytes()).isEqualTo(67_108_864);
    assertThat(defaults.maxConnectionsPerAddress()).isZero();
    assertThat(defaults.maxTotalBytes()).isGreaterThanOrEqualTo(67_108_864);
    assertThat(defaults.maxValues()).isEqualTo(131_072);
    assertThat(defaults.workers()).isGreaterThanOrEqualTo(8);
  }

  @Test
  void everySettingIsRead() {
    ConnectorConfiguration configured =
        read(
            Map.ofEntries(
                Map.entry("bbc1.client.address", " ::1 "),
                Map.entry("bbc1.client.port", "0"),
                Map.entry("bbc1.client.max-frame-bytes", "1000"),
                Map.entry("bbc1.client.max-connections", "7"),
                Map.entry("bbc1.client.half-frame-timeout-ms", "250"),
                Map.entry("bbc1.client.idle-timeout-ms", "3000"),
                Map.entry("bbc1.client.max-queued-bytes", "2000"),
                Map.entry("bbc1.client.max-connections-per-address", "5"),
                Map.entry("bbc1.client.max-total-bytes", "4000"),
                Map.entry("bbc1.client.max-values", "99"),
                Map.entry("bbc1.connector.workers", "3")));
    assertThat(configured.clientAddress().getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThat(configured)
        .extracting(
            ConnectorConfiguration::clientPort,
            ConnectorConfiguration::maxFrameBytes,
            ConnectorConfiguration::maxConnections,
            ConnectorConfiguration::halfFrameTimeout,
            ConnectorConfiguration::idleTimeout,
            ConnectorConfiguration::maxQueuedBytes,
            ConnectorConfiguration::maxConnectionsPerAddress,
            ConnectorConfiguration::maxTotalBytes,
            ConnectorConfiguration::maxValues,
            ConnectorConfiguration::workers)
        .containsExactly(
            0, 1000, 7, Duration.ofMillis(250), Duration.ofSeconds(3), 2000L, 5, 4000L, 99, 3);
  }

  @Test
  void anEmptyTextMeansTheDefault() {
    assertThat(read(Map.of("bbc1.client.port", " ")).clientPort()).isEqualTo(9000);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    var failure =
        catchThrowableOfType(
            ConnectorConfigurationException.class,
            () ->
                read(
                    Map.of(
                        "bbc1.client.address", "256.1.1.1",
                        "bbc1.client.port", "65536",
                        "bbc1.client.max-frame-bytes", "-1",
                        "bbc1.client.half-frame-timeout-ms", "soon",
                        "bbc1.client.idle-timeout-ms", "99999999999999999999",
                        "bbc1.connector.workers", "0")));
    assertThat(failure.faults())
        .containsExactly(
            "CON-004: bbc1.client.address = '256.1.1.1' is not an address of this machine's name space",
            "CON-003: bbc1.client.port = 65536 is outside 0 to 65535",
            "CON-003: bbc1.client.max-frame-bytes = -1 is outside 1 to 2147483583",
            "CON-002: bbc1.client.half-frame-timeout-ms = 'soon' is not a whole number",
            "CON-002: bbc1.client.idle-timeout-ms = '99999999999999999999' is not a whole number",
            "CON-003: bbc1.connector.workers = 0 is outside 1 to 4096");
    assertThat(failure).hasMessageStartingWith("CON-001").hasMessageContaining("6 fault(s)");
  }

  @Test
  void aQueueThatCannotHoldTheLargestFrameIsRefused() {
    assertThatThrownBy(() -> read(Map.of("bbc1.client.max-queued-bytes", "1000")))
        .isInstanceOf(ConnectorConfigurationException.class)
        .hasMessageContaining("CON-005");
  }

  @Test
  void aMemoryThatCannotHoldTheLargestFrameTwiceIsRefused() {
    assertThatThrownBy(() -> read(Map.of("bbc1.client.max-total-bytes", "33554431")))
        .isInstanceOf(ConnectorConfigurationException.class)
        .hasMessageContaining("CON-006");
    assertThat(read(Map.of("bbc1.client.max-total-bytes", "33554432")).maxTotalBytes())
        .isEqualTo(33_554_432);
  }
}
