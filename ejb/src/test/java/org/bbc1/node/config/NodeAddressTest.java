package org.bbc1.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressTest {

  @Test
  void literalsOfBothFamiliesAreTaken() {
    NodeAddress address = NodeAddress.of("192.0.2.17", "2001:db8::1", 6641);

    assertThat(address.ipv4Text()).isEqualTo("192.0.2.17");
    assertThat(address.ipv6Text()).isEqualTo("2001:db8:0:0:0:0:0:1");
    assertThat(address.port()).isEqualTo(6641);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "nil",
      value = {"nil,nil", "'',''", "0.0.0.0,::", "0.0.0.0,nil", "nil,0:0:0:0:0:0:0:0"})
  void withoutAnyAddressThereIsNone(String ipv4, String ipv6) {
    assertThatThrownBy(() -> NodeAddress.of(ipv4, ipv6, 6641))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAbsentFamilyHasTheTextOfTheReference() {
    assertThat(NodeAddress.of("192.0.2.1", "::", 1).ipv6Text()).isEqualTo("::");
    assertThat(NodeAddress.of(null, "2001:db8::1", 1).ipv4Text()).isEqualTo("0.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "node.example.com",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.4.",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4 ",
        "16909060",
        "0x7f.0.0.1",
        "2001:db8::1",
        "१.२.३.४",
        "-1.2.3.4"
      })
  void whatIsNoIpv4LiteralIsRefused(String text) {
    assertThatThrownBy(() -> NodeAddress.of(text, "2001:db8::1", 6641))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not an IPv4 address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "192.0.2.1",
        ":",
        ":::",
        "1::2::3",
        "fe80::1%eth0",
        "[2001:db8::1]",
        "::ffff:192.0.2.1",
        "2001:db8::g",
        "2001:db8:1:2:3:4:5:6:7"
      })
  void whatIsNoIpv6LiteralIsRefused(String text) {
    assertThatThrownBy(() -> NodeAddress.of("192.0.2.1", text, 6641))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not an IPv6 address");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 65_536, 1L << 32, (1L << 32) + 6641, Long.MIN_VALUE})
  void whatIsNoPortIsRefused(long port) {
    assertThatThrownBy(() -> NodeAddress.of("192.0.2.1", null, port))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
