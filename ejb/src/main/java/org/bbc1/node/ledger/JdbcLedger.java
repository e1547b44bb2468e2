package org.bbc1.node.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in an SQL database, PostgreSQL or H2, with its asset files beside it. What is hot goes
 * by JDBC and prepared statements (see docs/adr/0001).
 */
public final class JdbcLedger implements Ledger, AutoCloseable {

  private static final Logger LOG = System.getLogger(JdbcLedger.class.getName());

  private final JdbcDomainTable domains;
  private final JdbcCrossRefTable crossRefs;
  private final JdbcRepairLog repairLog;
  private final JdbcMerkleStore merkle;
  private final LedgerReads reads;
  private final GroupCommitWriter writer;
  private final InsertService inserts;
  private final LedgerProbe probe;
  private final Writability writability = new Writability();

  private JdbcLedger(
      DataSource dataSource,
      LedgerDialect dialect,
      AssetStore files,
      TransactionValidator validator,
      LedgerSettings settings,
      ThreadFactory threads,
      Executor executor) {
    VerifiedCache verified = new VerifiedCache(settings.verifiedCacheSize());
    RowVerifier verifier = new RowVerifier(validator, verified);
    InsertQueue queue = new InsertQueue(settings.maxQueuedInserts(), settings.maxQueuedBytes());
    AssetFileRows fileRows = new AssetFileRows(dialect);
    domains = new JdbcDomainTable(dataSource, dialect);
    crossRefs = new JdbcCrossRefTable(dataSource, domains);
    repairLog = new JdbcRepairLog(dataSource, dialect, domains);
    merkle = new JdbcMerkleStore(dataSource, dialect, domains);
    AssetFileFindings findings = new AssetFileFindings(dataSource, domains, fileRows, executor);
    FoundTransactions assembler =
        new FoundTransactions(
            verifier, files, findings, settings.maxAssetFileBytes(), settings.maxResultBytes());
    reads = new LedgerReads(dataSource, dialect, domains, assembler, settings.maxResultBytes());
    probe = new LedgerProbe(dataSource, dialect, files, writability);
    finishFiles(dataSource, fileRows, files);
    writer =
        new GroupCommitWriter(
            queue,
            dataSource,
            dialect,
            new BatchInserter(dialect, verifier),
            files,
            new Answers(files, executor, writability),
            writability,
            new PlannerStatistics(dataSource, dialect, executor),
            settings);
    inserts = new InsertService(queue, writer, threads, files, verified, writability);
  }

  /**
   * Opens a ledger whose tables exist ({@link LedgerSchema#migrate}), finishes what a crash has
   * left of asset files, and starts the writer.
   *
   * @param dataSource gives plain connections in auto-commit mode, none that take part in a JTA
   *     transaction; pooled. On PostgreSQL {@code reWriteBatchedInserts=true}, {@code
   *     socketTimeout} and {@code tcpKeepAlive} are advisable; H2 needs {@code MODE=PostgreSQL}
   * @param validator checks signatures of what is read
   * @param threads makes the writer's one thread
   * @param executor answers callers and puts asset files in place; should have several threads
   * @throws LedgerUnavailableException if the database cannot be reached
   */
  public static JdbcLedger open(
      DataSource dataSource,
      AssetStore files,
      TransactionValidator validator,
      LedgerSettings settings,
      ThreadFactory threads,
      Executor executor) {
    try (Connection connection = dataSource.getConnection()) {
      LedgerDialect dialect = LedgerDialect.of(connection);
      return new JdbcLedger(dataSource, dialect, files, validator, settings, threads, executor);
    } catch (SQLException e) {
      throw new LedgerUnavailableException("cannot open the ledger: " + e.getMessage(), e);
    }
  }

  private void finishFiles(DataSource dataSource, AssetFileRows rows, AssetStore files) {
    try {
      files.recover(key -> knownDigest(dataSource, rows, key));
    } catch (IOException e) {
      // Reading still works; a probe tells when writing does.
      writability.files(false);
      LOG.log(Level.ERROR, "cannot clear up asset files after the last stop", e);
    }
  }

  private byte @Nullable [] knownDigest(DataSource dataSource, AssetFileRows rows, AssetKey key) {
    try (Connection connection = dataSource.getConnection()) {
      return rows.sha256Of(connection, domains.numberOf(key.domain()), key);
    } catch (UnknownDomainException e) {
      return null;
    } catch (SQLException e) {
      throw new LedgerUnavailableException("cannot open the ledger: " + e.getMessage(), e);
    }
  }

  /** The domains of this ledger. */
  public DomainTable domains() {
    return domains;
  }

  /** What other domains hold of this ledger. */
  public CrossRefTable crossRefs() {
    return crossRefs;
  }

  /** What had to be repaired. */
  public RepairLog repairLog() {
    return repairLog;
  }

  /** The trees of the ledger subsystem. */
  public MerkleStore merkle() {
    return merkle;
  }

  /** What has been done so far. */
  public LedgerCounters counters() {
    return writer.counters();
  }

  @Override
  public CompletionStage<InsertOutcome> insert(
      DomainId domain, Transaction transaction, Origin origin, Map<AssetId, byte[]> assetFiles) {
    try {
      return inserts.insert(domain, domains.numberOf(domain), transaction, origin, assetFiles);
    } catch (LedgerUnavailableException | UnknownDomainException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public Optional<FoundTransaction> find(DomainId domain, TransactionId id) {
    return reads.find(domain, id);
  }

  @Override
  public List<FoundTransaction> search(
      DomainId domain, SearchCondition condition, Direction direction, int count) {
    return reads.search(domain, condition, direction, count);
  }

  @Override
  public long count(DomainId domain, SearchCondition condition) {
    return reads.count(domain, condition);
  }

  @Override
  public Traversal traverse(DomainId domain, TransactionId start, TraverseRequest request) {
    return reads.traverse(domain, start, request);
  }

  @Override
  public boolean isWritable() {
    return writability.isWritable();
  }

  @Override
  public boolean probe() {
    return probe.run();
  }

  /**
   * Writes what is waiting, up to 30 s, and stops the writer. The data source and the executor stay
   * open.
   */
  @Override
  public void close() {
    inserts.close();
  }
}
