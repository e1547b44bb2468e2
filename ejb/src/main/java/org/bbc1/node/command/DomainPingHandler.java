package org.bbc1.node.command;

import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.network.DomainPings;

/** DOMAIN_PING; there is never a reply (spec client-protocol 10.6). */
final class DomainPingHandler implements CommandHandler.Immediate {

  private final DomainRegistry domains;
  private final DomainPings pings;

  DomainPingHandler(DomainRegistry domains, DomainPings pings) {
    this.domains = domains;
    this.pings = pings;
  }

  @Override
  public Command command() {
    return Command.DOMAIN_PING;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.PORT_NUMBER);
  }

  @Override
  public Reply answer(Request request) {
    pings.ping(domains.require(request.domainId()), address(request.message()));
    return Reply.none();
  }

  private static NodeAddress address(Message message) {
    try {
      return NodeAddress.of(
          message.optText(KeyType.IPV4_ADDRESS),
          message.optText(KeyType.IPV6_ADDRESS),
          message.integer(KeyType.PORT_NUMBER));
    } catch (IllegalArgumentException e) {
      throw new CommandException(StatusCode.EINVALID_COMMAND, String.valueOf(e.getMessage()));
    }
  }
}
