package org.bbc1.node.command;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.config.SearchLimits;
import org.bbc1.node.crossref.CrossReferences;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.ledgersubsystem.LedgerSubsystems;
import org.bbc1.node.messaging.Messaging;
import org.bbc1.node.network.DomainNetwork;
import org.bbc1.node.repair.RepairService;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.transaction.TransactionService;
import org.jspecify.annotations.Nullable;

/** Puts the commands of this node together. */
public final class ClientCommands {

  private ClientCommands() {}

  /**
   * What the commands work with.
   *
   * @param configuration {@code config.json}
   * @param maxFrameBytes largest frame that may be sent to a client
   * @param domains the running domains
   * @param users users and their connections
   * @param messaging what users tell each other
   * @param transactions the way in and out of the ledger
   * @param ledgerSubsystems the ledger subsystems of the domains
   * @param statistics counters
   * @param port the way back to the clients
   * @param network what is known of other nodes
   * @param crossReferences what other domains hold
   * @param repairs repair of what is damaged
   * @param random makes session keys
   */
  public record Environment(
      NodeConfiguration configuration,
      int maxFrameBytes,
      DomainRegistry domains,
      UserRegistry users,
      Messaging messaging,
      TransactionService transactions,
      LedgerSubsystems ledgerSubsystems,
      Statistics statistics,
      ReplyPort port,
      DomainNetwork network,
      CrossReferences crossReferences,
      RepairService repairs,
      SecureRandom random) {}

  /**
   * A dispatcher with all commands this node offers.
   *
   * @param nodeKey the node key in force, null if everybody is administrator
   * @param used the signed documents that were accepted
   * @param queries runs what waits for the database or a file; bounded
   */
  public static CommandDispatcher dispatcher(
      Environment node, @Nullable NodeKey nodeKey, ReplayMemory used, Executor queries) {
    CommandRegistry registry =
        new CommandRegistry(
            Stream.of(
                    handlers(node),
                    LedgerSubsystemCommands.handlers(node),
                    MessagingCommands.handlers(node),
                    NetworkCommands.handlers(node))
                .flatMap(List::stream)
                .toList());
    AdminGuard guard = new AdminGuard(nodeKey, used);
    return new CommandDispatcher(registry, guard, node.port(), node.statistics(), queries);
  }

  private static List<CommandHandler> handlers(Environment node) {
    DomainRegistry domains = node.domains();
    TransactionService transactions = node.transactions();
    Statistics statistics = node.statistics();
    SearchLimits limits = node.configuration().searchLimits();
    int maxFrameBytes = node.maxFrameBytes();
    return List.of(
        new KeyExchangeHandler(domains, node.random()),
        new SetupDomainHandler(domains),
        new CloseDomainHandler(domains),
        new GetDomainListHandler(domains),
        new GetNodeIdHandler(domains),
        new GetStatsHandler(statistics, node.port()),
        new GetConfigHandler(node.configuration()),
        new InsertHandler(transactions),
        new SearchTransactionHandler(domains, transactions, statistics, maxFrameBytes),
        new SearchWithConditionsHandler(domains, transactions, limits, maxFrameBytes),
        new CountTransactionsHandler(domains, transactions),
        new TraverseTransactionsHandler(domains, transactions, statistics, limits, maxFrameBytes));
  }
}
