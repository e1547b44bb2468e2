package org.bbc1.node.bean;

import jakarta.resource.ResourceException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.bbc1.connector.outbound.ClientChannel;
import org.bbc1.connector.outbound.ClientChannelFactory;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.node.Node;
import org.bbc1.node.NodeExecutors;
import org.bbc1.node.command.NodeKey;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.ConfigurationOverview;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.domain.DomainAssetStore;
import org.bbc1.node.ledger.JdbcLedger;
import org.bbc1.node.ledger.LedgerSchema;
import org.bbc1.node.ledger.LedgerSettings;
import org.bbc1.node.time.ExecutorScheduler;
import org.bbc1.transaction.TransactionValidator;

/**
 * A started node with all it holds. Started in the order configuration, node key, database schema,
 * ledger, domains; stopped in the opposite one, so that every accepted insert is finished and
 * answered.
 */
final class RunningNode implements AutoCloseable {

  private static final Logger LOG = System.getLogger("core");

  private final Deque<AutoCloseable> held = new ArrayDeque<>();
  private final Node node;

  private RunningNode(
      ProcessConfiguration process,
      DataSource dataSource,
      ClientChannelFactory clientPort,
      ThreadFactory threads,
      ScheduledExecutorService timers) {
    boolean complete = false;
    try {
      node = assemble(process, dataSource, clientPort, threads, timers);
      node.start();
      held.push(node::stop);
      complete = true;
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  /**
   * Starts a node.
   *
   * @throws ConfigurationException with every fault of the configuration that was found
   */
  static RunningNode start(
      ProcessConfiguration process,
      DataSource dataSource,
      ClientChannelFactory clientPort,
      ThreadFactory threads,
      ScheduledExecutorService timers) {
    return new RunningNode(process, dataSource, clientPort, threads, timers);
  }

  private Node assemble(
      ProcessConfiguration process,
      DataSource dataSource,
      ClientChannelFactory clientPort,
      ThreadFactory threads,
      ScheduledExecutorService timers) {
    makeWorkingDirectory(process.workingDirectory());
    NodeConfiguration configuration = NodeConfiguration.load(process);
    LOG.log(
        Level.INFO,
        "effective configuration\n{0}",
        ConfigurationOverview.render(process, configuration));
    NodeKey nodeKey =
        configuration.useNodeKey() ? NodeKey.loadOrCreate(process.workingDirectory()) : null;
    SignatureEngine engine = SignatureEngines.fastest();
    LOG.log(Level.INFO, "signatures are checked by {0}", engine.name());
    TransactionValidator validator = new TransactionValidator(engine);
    ClientChannel channel = hold(open(clientPort));
    NodeExecutors executors = hold(new NodeExecutors(threads, process.limits()));
    LedgerSchema.migrate(dataSource);
    JdbcLedger ledger =
        hold(
            JdbcLedger.open(
                dataSource,
                new DomainAssetStore(process.workingDirectory(), configuration),
                validator,
                settings(process),
                threads,
                executors.answers()));
    ExecutorScheduler scheduler = hold(new ExecutorScheduler(timers));
    return new Node(
        new Node.Parts(
            process,
            configuration,
            nodeKey,
            ledger,
            ledger.domains(),
            ledger.merkle(),
            validator,
            new ChannelReplyPort(channel),
            executors,
            scheduler,
            InstantSource.system(),
            new SecureRandom(),
            List.of(),
            ledger.crossRefs(),
            ledger.repairLog()));
  }

  private <T extends AutoCloseable> T hold(T part) {
    held.push(part);
    return part;
  }

  private static void makeWorkingDirectory(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ConfigurationException(
          "the working folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
  }

  private static ClientChannel open(ClientChannelFactory clientPort) {
    try {
      return clientPort.getConnection();
    } catch (ResourceException e) {
      throw new ConfigurationException("the connector gives no connection: " + e.getMessage(), e);
    }
  }

  /** No result that would not fit into a reply; every asset file that fits into a request. */
  static LedgerSettings settings(ProcessConfiguration process) {
    LedgerSettings defaults = LedgerSettings.DEFAULTS;
    return new LedgerSettings(
        defaults.maxQueuedInserts(),
        defaults.maxQueuedBytes(),
        defaults.maxBatchInserts(),
        defaults.maxBatchBytes(),
        process.limits().maxFrameBytes(),
        Math.max(defaults.maxAssetFileBytes(), process.limits().maxFrameBytes()),
        defaults.verifiedCacheSize());
  }

  Node node() {
    return node;
  }

  @Override
  public void close() {
    while (!held.isEmpty()) {
      AutoCloseable part = held.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "a part of the node did not stop cleanly", e);
      }
    }
  }
}
