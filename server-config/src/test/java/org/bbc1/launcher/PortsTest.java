package org.bbc1.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PortsTest {
  private final Ports ports = new Ports(RandomGenerator.getDefault());

  @Test
  void takenPortIsToldByItsPurposeAndNumber() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> ports.claim("client port", "127.0.0.1", taken.getLocalPort()))
          .isInstanceOfSatisfying(
              StartFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.PORT_TAKEN))
          .hasMessageContaining("client port 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void zeroGivesAPortThatCanBeBound() throws Exception {
    int port = ports.claim("HTTP port", "127.0.0.1", 0);

    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(socket.getLocalPort()).isEqualTo(port);
    }
  }

  @Test
  void addressOfAnotherMachineIsRefused() {
    assertThatThrownBy(() -> ports.claim("client port", "192.0.2.1", 0))
        .isInstanceOf(StartFailure.class);
  }
}
