package org.bbc1.node.command;

import java.util.List;

/** The commands that concern other nodes. */
final class NetworkCommands {

  private NetworkCommands() {}

  static List<CommandHandler> handlers(ClientCommands.Environment node) {
    return List.of(
        new SetStaticNodeHandler(node.network().staticNodes()),
        new GetNeighborListHandler(node.domains(), node.network()),
        new DomainPingHandler(node.domains(), node.network().pings()),
        new NotifyDomainKeyUpdateHandler(node.network().keys()),
        new CrossRefListHandler(
            node.crossReferences(), node.configuration().searchLimits(), node.maxFrameBytes()),
        new CrossRefVerifyHandler(node.crossReferences()),
        new RepairHandler(node.repairs()));
  }
}
