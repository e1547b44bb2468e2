package org.bbc1.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.random.RandomGenerator;

/**
 * Looks at ports before the container starts, so that a taken one is told in a second and in one
 * line.
 */
final class Ports {
  /** Below the range from which the system takes ports for outgoing connections. */
  private static final int LOWEST_FREE = 10_000;

  private static final int HIGHEST_FREE = 32_000;
  private static final int ATTEMPTS = 200;

  private final RandomGenerator random;

  Ports(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Returns the port to use on {@code address}: {@code port} itself if it can be bound, a free one
   * if it is 0.
   *
   * @param purpose names the port in the message, such as "client port"
   */
  int claim(String purpose, String address, int port) throws StartFailure {
    InetAddress host = resolve(purpose, address);
    if (port == 0) {
      return free(purpose, host);
    }
    try {
      probe(host, port);
      return port;
    } catch (IOException e) {
      throw new StartFailure(
          ExitCode.PORT_TAKEN,
          "the " + purpose + " " + address + ":" + port + " cannot be bound: " + e.getMessage());
    }
  }

  private int free(String purpose, InetAddress host) throws StartFailure {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int candidate = random.nextInt(LOWEST_FREE, HIGHEST_FREE);
      try {
        probe(host, candidate);
        return candidate;
      } catch (IOException taken) {
        // the next candidate
      }
    }
    throw new StartFailure(
        ExitCode.PORT_TAKEN,
        "no free port found on " + host.getHostAddress() + " for the " + purpose);
  }

  private static void probe(InetAddress host, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    }
  }

  private static InetAddress resolve(String purpose, String address) throws StartFailure {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new StartFailure(
          ExitCode.PORT_TAKEN, "the address of the " + purpose + " is unknown: " + address);
    }
  }
}
