package org.bbc1.cli;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.BbcClient;
import org.bbc1.client.Neighbour;
import org.bbc1.client.NodeAddress;
import org.bbc1.id.DomainId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc1 ping}. Source: configuration-and-tools section 6.2. */
@Command(
    name = "ping",
    description = {
      "Has the node ping another node, so that both are neighbours in the domain, and shows the",
      "neighbours. The domain is set up on the node if it is not there yet."
    })
final class PingCommand implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofMillis(250);

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private Output output = new Output();

  @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain, 64 hex digits.")
  private String domain = "";

  @Parameters(index = "1", paramLabel = "ADDRESS", description = "IPv4 or IPv6 address.")
  private String address = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "PORT",
      defaultValue = "6641",
      description = "Its port for other nodes (default: ${DEFAULT-VALUE}).")
  private int peerPort = NodeAddress.DEFAULT_PORT;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Longest wait for the other node (default: ${DEFAULT-VALUE}).")
  private int wait = 5;

  @Override
  public Integer call() throws InterruptedException {
    DomainId target = DomainTarget.parse(domain);
    NodeAddress where = PeerAddress.of(address, peerPort);
    try (BbcClient client = node.connect()) {
      DomainOutcome.setUpIfAbsent(client, target);
      client.administration().pingDomain(target, where);
      List<Neighbour> neighbours = await(client, target, where);
      print(target, neighbours);
      return knows(neighbours, where)
          ? ExitCode.OK
          : output.no("the node at " + address + " port " + peerPort + " is not a neighbour yet");
    }
  }

  private List<Neighbour> await(BbcClient client, DomainId domain, NodeAddress where)
      throws InterruptedException {
    long start = System.nanoTime();
    List<Neighbour> neighbours = client.administration().neighbours(domain);
    while (!knows(neighbours, where)
        && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(wait)) {
      Thread.sleep(PAUSE.toMillis());
      neighbours = client.administration().neighbours(domain);
    }
    return neighbours;
  }

  /** The first entry of the list is the node itself. */
  private static boolean knows(List<Neighbour> neighbours, NodeAddress where) {
    return neighbours.stream()
        .skip(1)
        .anyMatch(
            node ->
                node.port() == where.port()
                    && (where.ipv4() == null
                        ? PeerAddress.isSameIpv6(node.ipv6(), where.ipv6())
                        : where.ipv4().equals(node.ipv4())));
  }

  private void print(DomainId domain, List<Neighbour> neighbours) {
    if (output.isJson()) {
      output.json(
          Json.createObjectBuilder().add(domain.toHex(), Neighbours.json(neighbours)).build());
    } else {
      output.line("domain " + domain);
      Neighbours.lines(neighbours).forEach(output::line);
    }
  }
}
