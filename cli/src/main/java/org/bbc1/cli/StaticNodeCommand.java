package org.bbc1.cli;

import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.client.NodeAddress;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bbc1 static-node}. Source: client-protocol section 10.3. */
@Command(
    name = "static-node",
    description = {
      "Tells the node of another node of the domain, a static neighbour.",
      "It is kept in config.json and is a neighbour again after a restart."
    })
final class StaticNodeCommand implements Callable<Integer> {

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private Output output = new Output();

  @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain, 64 hex digits.")
  private String domain = "";

  @Parameters(
      index = "1",
      paramLabel = "NODE-ID",
      description = "Id of the other node in the domain, 64 hex digits (there: bbc1 info -n).")
  private String nodeId = "";

  @Parameters(index = "2", paramLabel = "ADDRESS", description = "Its IPv4 or IPv6 address.")
  private String address = "";

  @Parameters(
      index = "3",
      arity = "0..1",
      paramLabel = "PORT",
      defaultValue = "6641",
      description = "Its port for other nodes (default: ${DEFAULT-VALUE}).")
  private int peerPort = NodeAddress.DEFAULT_PORT;

  @Override
  public Integer call() {
    DomainId target = DomainTarget.parse(domain);
    NodeId other = LedgerOptions.id("the node id", nodeId, NodeId::fromHex);
    NodeAddress where = PeerAddress.of(address, peerPort);
    try (BbcClient client = node.connect()) {
      return DomainOutcome.print(
          output, target, client.administration().setStaticNode(target, other, where));
    }
  }
}
