package org.bbc1.cli.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.bbc1.cli.config.WorkingFolderLock;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.ledger.LedgerSchema;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.bbc1.node.ledger.importer.ImportException;
import org.bbc1.node.ledger.importer.ImportOptions;
import org.bbc1.node.ledger.importer.ImportProgress;
import org.bbc1.node.ledger.importer.ImportReport;
import org.bbc1.node.ledger.importer.ImportSource;
import org.bbc1.node.ledger.importer.LedgerImport;
import org.bbc1.transaction.TransactionValidator;

/** The node that is filled, while it does not run: its folder, configuration and database. */
public final class TargetNode implements AutoCloseable {

  private final Path workingDirectory;
  private final WorkingFolderLock lock;
  private final NodeConfiguration configuration;
  private final DataSource dataSource;
  // An embedded database closes with its last connection, and opening it takes long.
  private final Connection open;

  private TargetNode(ProcessConfiguration process, WorkingFolderLock lock) throws SQLException {
    this.workingDirectory = process.workingDirectory();
    this.lock = lock;
    this.configuration = NodeConfiguration.load(process);
    this.dataSource = TargetDatabase.open(process);
    LedgerSchema.migrate(dataSource);
    this.open = dataSource.getConnection();
  }

  /**
   * Takes the folder, makes what is missing, and brings the tables up to date.
   *
   * @param settings the settings of a node, by their keys {@code bbc1.*}
   * @throws ImportException if a node runs on the folder
   * @throws org.bbc1.node.config.ConfigurationException if the configuration cannot be used
   * @throws LedgerUnavailableException if the database cannot be used
   */
  public static TargetNode open(Function<String, Optional<String>> settings) throws IOException {
    ProcessConfiguration process = ProcessConfiguration.read(settings);
    WorkingFolderLock lock = take(process.workingDirectory());
    boolean complete = false;
    try {
      TargetNode node = new TargetNode(process, lock);
      complete = true;
      return node;
    } catch (SQLException e) {
      throw new LedgerUnavailableException(
          "the ledger's database cannot be used: " + e.getMessage(), e);
    } finally {
      if (!complete) {
        lock.close();
      }
    }
  }

  private static WorkingFolderLock take(Path folder) throws IOException {
    WorkingFolderLock lock = WorkingFolderLock.tryTakeOrMake(folder);
    if (!lock.isTaken()) {
      lock.close();
      throw new ImportException(
          "the working folder " + folder + " is in use by a node or another import");
    }
    return lock;
  }

  /**
   * Imports a domain; it runs under the node id of the source when the node starts.
   *
   * @param section the section of the domain in the source, taken over if this node has none
   * @throws ImportException if the source cannot be used, or this node has the domain under another
   *     node id
   */
  public ImportReport run(
      ImportSource source, DomainSection section, ImportOptions options, ImportProgress progress)
      throws IOException {
    enter(source.domain(), source.nodeId(), section);
    return new LedgerImport(
            dataSource,
            new TransactionValidator(SignatureEngines.fastest()),
            Clock.systemUTC(),
            options)
        .run(source, configuration.storageRoot(source.domain()).orElse(workingDirectory), progress);
  }

  private void enter(DomainId domain, NodeId nodeId, DomainSection section) {
    DomainSection own = configuration.domain(domain).orElse(section);
    own.nodeId()
        .filter(id -> !id.equals(nodeId))
        .ifPresent(
            id -> {
              throw new ImportException(
                  ("%s has the domain %s under the node id %s, and the source under %s; close the"
                          + " domain, or remove its node_id from the file, so that the node"
                          + " becomes the one that its peers know")
                      .formatted(configuration.file(), domain, id, nodeId));
            });
    configuration.putDomain(domain, own.withNodeId(nodeId));
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      open.close();
    } catch (SQLException e) {
      throw new IOException("the database cannot be closed: " + e.getMessage(), e);
    }
  }
}
