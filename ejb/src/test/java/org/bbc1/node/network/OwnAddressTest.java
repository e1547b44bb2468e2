package org.bbc1.node.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.NodeAddress;
import org.junit.jupiter.api.Test;

class OwnAddressTest {

  private static final int PORT = 6641;

  private static List<InetAddress> machine(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return List.of(addresses);
  }

  @Test
  void theFirstAddressOfEachFamilyIsTaken() throws UnknownHostException {
    assertThat(
            OwnAddress.choose(
                null, null, PORT, machine("2001:db8::2", "192.0.2.2", "192.0.2.3", "2001:db8::3")))
        .isEqualTo(NodeAddress.of("192.0.2.2", "2001:db8::2", PORT));
  }

  @Test
  void optionsWin() throws UnknownHostException {
    assertThat(OwnAddress.choose("198.51.100.1", "2001:db8::9", PORT, machine("192.0.2.2")))
        .isEqualTo(NodeAddress.of("198.51.100.1", "2001:db8::9", PORT));
  }

  @Test
  void theNameOfTheInterfaceIsNotTold() throws UnknownHostException {
    byte[] address = InetAddress.getByName("2001:db8::2").getAddress();
    InetAddress scoped = Inet6Address.getByAddress("", address, 1);

    assertThat(OwnAddress.choose(null, null, PORT, List.of(scoped)).ipv6Text())
        .isEqualTo("2001:db8:0:0:0:0:0:2");
  }

  @Test
  void aMachineWithoutNetworkHasItsLoopbackAddress() {
    assertThat(OwnAddress.choose(null, null, PORT, List.of()))
        .isEqualTo(NodeAddress.of("127.0.0.1", null, PORT));
  }

  @Test
  void anOptionThatIsNoAddressStopsTheStart() {
    assertThatThrownBy(() -> OwnAddress.choose("node.example", null, PORT, List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("node.example");
  }

  @Test
  void addressesOfThisMachineAreUsable() {
    assertThat(OwnAddress.ofInterfaces())
        .noneMatch(InetAddress::isLoopbackAddress)
        .noneMatch(InetAddress::isLinkLocalAddress);
    assertThat(OwnAddress.choose(null, null, PORT, OwnAddress.ofInterfaces()).port())
        .isEqualTo(PORT);
  }
}
