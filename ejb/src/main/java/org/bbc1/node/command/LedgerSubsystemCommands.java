package org.bbc1.node.command;

import java.util.List;

/** The commands of the ledger subsystem. */
final class LedgerSubsystemCommands {

  private LedgerSubsystemCommands() {}

  static List<CommandHandler> handlers(ClientCommands.Environment node) {
    return List.of(
        new ManipulateLedgerSubsystemHandler(node.domains(), node.ledgerSubsystems()),
        new RegisterHashHandler(node.domains(), node.ledgerSubsystems()),
        new VerifyHashHandler(node.domains(), node.ledgerSubsystems()));
  }
}
