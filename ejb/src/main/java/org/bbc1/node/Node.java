package org.bbc1.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.id.NodeId;
import org.bbc1.ledgersubsystem.SignedTreeHead;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;
import org.bbc1.node.command.ClientCommands;
import org.bbc1.node.command.CommandDispatcher;
import org.bbc1.node.command.NodeKey;
import org.bbc1.node.command.ReplayMemory;
import org.bbc1.node.command.ReplyPort;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.crossref.CrossRefVerifiers;
import org.bbc1.node.crossref.CrossReferences;
import org.bbc1.node.domain.DomainListener;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.DomainSetupException;
import org.bbc1.node.domain.UserRegistry;
import org.bbc1.node.ledger.CrossRefTable;
import org.bbc1.node.ledger.DomainTable;
import org.bbc1.node.ledger.Ledger;
import org.bbc1.node.ledger.MerkleStore;
import org.bbc1.node.ledger.RepairLog;
import org.bbc1.node.ledgersubsystem.LedgerSubsystems;
import org.bbc1.node.ledgersubsystem.TreeHeadAnchor;
import org.bbc1.node.messaging.Messaging;
import org.bbc1.node.messaging.RemoteUsers;
import org.bbc1.node.network.NodePort;
import org.bbc1.node.repair.CopyHolders;
import org.bbc1.node.repair.RepairService;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.Scheduler;
import org.bbc1.node.transaction.InsertListener;
import org.bbc1.node.transaction.TransactionService;
import org.bbc1.transaction.TransactionValidator;
import org.jspecify.annotations.Nullable;

/**
 * A BBc-1 core node: takes the clients' messages, answers through a {@link ReplyPort}, keeps its
 * data in a ledger.
 */
public final class Node implements ClientMessageListener {

  private static final Logger LOG = System.getLogger("core");

  private final ReplyPort port;
  private final NodeExecutors executors;
  private final Messaging messaging;
  private final NodeServices services;
  private final LedgerSubsystems ledgerSubsystems;
  private final CommandDispatcher dispatcher;

  /**
   * What a node is made of.
   *
   * @param process settings of the process
   * @param configuration {@code config.json}
   * @param nodeKey the node key in force, null if everybody is administrator
   * @param ledger the transactions; started and stopped by whoever made it
   * @param domainTable the ledger's table of domains
   * @param merkleStore the ledger's tables of the ledger subsystem
   * @param validator checks signatures
   * @param port the way back to the clients
   * @param executors its threads; closed by whoever made them
   * @param scheduler runs what waits; closed by whoever made it
   * @param clock tells the time
   * @param random makes node ids and session keys
   * @param listeners told of inserts
   * @param crossRefs the ledger's table of cross references
   * @param repairLog the ledger's log of repairs
   */
  public record Parts(
      ProcessConfiguration process,
      NodeConfiguration configuration,
      @Nullable NodeKey nodeKey,
      Ledger ledger,
      DomainTable domainTable,
      MerkleStore merkleStore,
      TransactionValidator validator,
      ReplyPort port,
      NodeExecutors executors,
      Scheduler scheduler,
      InstantSource clock,
      SecureRandom random,
      List<InsertListener> listeners,
      CrossRefTable crossRefs,
      RepairLog repairLog) {}

  /** A node that is not started yet. */
  public Node(Parts parts) {
    ProcessConfiguration.Limits limits = parts.process().limits();
    Statistics statistics = new Statistics();
    UserRegistry users = new UserRegistry(limits.maxUsersPerConnection());
    Messaging messaging =
        new Messaging(
            users,
            RemoteUsers.NONE,
            parts.port()::offerProtected,
            statistics,
            parts.random(),
            parts.scheduler(),
            limits.messaging());
    NetworkRooms rooms =
        new NetworkRooms(
            parts.process(), parts.configuration(), NodePort.CLOSED, statistics, parts.clock());
    this.executors = parts.executors();
    this.ledgerSubsystems = ledgerSubsystems(parts);
    DomainRegistry domains =
        new DomainRegistry(
            parts.configuration(),
            parts.domainTable(),
            users,
            statistics,
            () -> newNodeId(parts.random()),
            domainListeners(rooms, messaging, ledgerSubsystems));
    this.messaging = messaging;
    this.port = parts.port();
    List<InsertListener> listeners = new ArrayList<>(parts.listeners());
    listeners.add(messaging.insertListener());
    TransactionService transactions =
        new TransactionService(
            domains,
            parts.ledger(),
            parts.validator(),
            limits.transactions(),
            statistics,
            executors.validation(),
            executors.answers(),
            limits.maxValidationBytes(),
            listeners);
    NodeHealth health =
        new NodeHealth(
            stateOf(parts.ledger()), port::isOpen, () -> facts(domains, port), System::nanoTime);
    this.services =
        new NodeServices(
            parts.process(),
            parts.configuration(),
            domains,
            users,
            transactions,
            statistics,
            health,
            executors.queries());
    this.dispatcher =
        ClientCommands.dispatcher(
            new ClientCommands.Environment(
                parts.configuration(),
                limits.maxFrameBytes(),
                domains,
                users,
                messaging,
                transactions,
                ledgerSubsystems,
                statistics,
                port,
                rooms.of(domains),
                new CrossReferences(domains, parts.crossRefs(), CrossRefVerifiers.NONE),
                repairs(parts, domains, statistics),
                parts.random()),
            parts.nodeKey(),
            replayMemory(parts),
            executors.queries());
  }

  /** Without a node key nothing is signed. */
  private static ReplayMemory replayMemory(Parts parts) {
    int capacity = parts.process().limits().network().adminDocuments();
    return parts.nodeKey() == null
        ? ReplayMemory.inMemory(capacity)
        : ReplayMemory.in(parts.process().workingDirectory(), capacity);
  }

  private static List<DomainListener> domainListeners(
      NetworkRooms rooms, Messaging messaging, LedgerSubsystems ledgerSubsystems) {
    List<DomainListener> listeners = new ArrayList<>(rooms.listeners());
    listeners.add(messaging);
    listeners.add(ledgerSubsystems);
    return listeners;
  }

  private static RepairService repairs(Parts parts, DomainRegistry domains, Statistics statistics) {
    return new RepairService(
        domains,
        parts.ledger(),
        parts.repairLog(),
        CopyHolders.NONE,
        statistics,
        parts.clock(),
        parts.process().limits().network().repairsPerMinute());
  }

  private static LedgerSubsystems ledgerSubsystems(Parts parts) {
    Path folder = parts.process().workingDirectory();
    TreeHeadAnchor anchor =
        new TreeHeadAnchor(
            parts.merkleStore(),
            head -> NodeKey.sign(folder, key -> SignedTreeHead.sign(head, key)),
            folder,
            parts.clock(),
            parts.executors().queries());
    return new LedgerSubsystems(
        parts.process().ledgerSubsystem(),
        parts.merkleStore(),
        anchor,
        parts.scheduler(),
        parts.clock(),
        parts.executors().queries());
  }

  private static NodeId newNodeId(SecureRandom random) {
    byte[] id = new byte[NodeId.FULL_LENGTH];
    random.nextBytes(id);
    return NodeId.of(id);
  }

  private static NodeHealth.LedgerState stateOf(Ledger ledger) {
    return new NodeHealth.LedgerState() {
      @Override
      public boolean isWritable() {
        return ledger.isWritable();
      }

      @Override
      public boolean probe() {
        return ledger.probe();
      }
    };
  }

  private static Map<String, String> facts(DomainRegistry domains, ReplyPort port) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("domains", String.valueOf(domains.list().size()));
    facts.put("connections", String.valueOf(port.connectionCount()));
    return facts;
  }

  /**
   * Starts the configured domains.
   *
   * @throws ConfigurationException if one cannot be started
   */
  public void start() {
    try {
      services.domains().startConfigured(services.process().domain0());
    } catch (DomainSetupException e) {
      throw new ConfigurationException("a configured domain cannot be started: " + reasonOf(e), e);
    }
    services.health().enter(NodeHealth.Stage.STARTED);
    LOG.log(Level.INFO, "the node is started with {0} domains", services.domains().list().size());
  }

  private static String reasonOf(DomainSetupException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  @Override
  public CompletionStage<Void> onMessage(
      ConnectionId connection, Message message, Dialect dialect) {
    return dispatcher.dispatch(connection, message, dialect);
  }

  @Override
  public void onDisconnected(ConnectionId connection) {
    messaging.removeConnection(connection);
    services.statistics().set(Counter.CLIENT_TOTAL_NUM, port.connectionCount());
  }

  /** What the other doors work with. */
  public NodeServices services() {
    return services;
  }

  /** Takes no new messages and finishes what was accepted; the ledger may be closed then. */
  public void stop() {
    services.health().enter(NodeHealth.Stage.STOPPED);
    ledgerSubsystems.stop();
    executors.finishWork();
  }
}
