package org.bbc1.node.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;

/**
 * Writes to a ledger directly, many transactions in one database transaction of the caller's: for
 * tools that fill it while no node uses it. What is written is what {@link JdbcLedger} writes, row
 * by row. For one thread.
 */
public final class LedgerLoader {

  /**
   * For reading what a ledger holds: wider than any limits that an insert can have met, here or
   * elsewhere.
   */
  public static final ReadLimits STORED = RowVerifier.STORED;

  private static final int VERIFIED_CACHE = 1;

  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final JdbcDomainTable domains;
  private final ExistingRows existing;
  private final BatchInserter inserter;
  private final AssetFileRows fileRows;
  private final Map<LedgerSequence, NumberSequence> sequences = new HashMap<>();

  private LedgerLoader(
      DataSource dataSource, LedgerDialect dialect, TransactionValidator validator) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    domains = new JdbcDomainTable(dataSource, dialect);
    existing = new ExistingRows(dialect);
    fileRows = new AssetFileRows(dialect);
    // A loader looks at each row once, so there is nothing to remember.
    inserter =
        new BatchInserter(dialect, new RowVerifier(validator, new VerifiedCache(VERIFIED_CACHE)));
  }

  /**
   * Opens a ledger whose tables exist ({@link LedgerSchema#migrate}).
   *
   * @param dataSource gives plain connections in auto-commit mode
   * @param validator tells whether a row that is in the way is damaged
   * @throws LedgerUnavailableException if the database cannot be reached
   */
  public static LedgerLoader open(DataSource dataSource, TransactionValidator validator) {
    try (Connection connection = dataSource.getConnection()) {
      return new LedgerLoader(dataSource, LedgerDialect.of(connection), validator);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** What is done within one database transaction. */
  public interface Step<T> {
    /** Runs it; what it throws rolls the transaction back. */
    T run(Connection connection) throws SQLException, IOException;
  }

  /**
   * Runs a step and commits it durably.
   *
   * @throws LedgerUnavailableException if the database cannot be used
   * @throws IOException what the step throws
   */
  public <T> T inTransaction(Step<T> step) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      return LocalTransaction.run(connection, dialect, () -> step.run(connection));
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** The domains of this ledger. */
  public DomainTable domains() {
    return domains;
  }

  /** Bytes of those of the transactions that are in the ledger, unchecked. */
  public Map<TransactionId, byte[]> stored(
      Connection connection, int domainNo, List<TransactionId> ids) throws SQLException {
    Map<TransactionId, byte[]> bytes = new HashMap<>();
    existing.find(connection, domainNo, ids).forEach((id, row) -> bytes.put(id, row.data()));
    return bytes;
  }

  /**
   * Inserts transactions, which the caller has validated, in this order. One that is there already
   * stays, unless it is damaged (storage B5).
   *
   * @return what became of each
   */
  public List<InsertOutcome> insert(
      Connection connection, int domainNo, Origin origin, List<Transaction> transactions)
      throws SQLException {
    List<PendingInsert> batch =
        transactions.stream()
            .map(t -> new PendingInsert(domainNo, TransactionRow.of(t), origin, List.of()))
            .toList();
    return inserter.insert(connection, batch).stream().map(BatchResult::outcome).toList();
  }

  /** Enters asset files as they were found, of one domain. */
  public void enterFiles(Connection connection, int domainNo, List<AdoptedFile> files)
      throws SQLException {
    fileRows.adopt(connection, domainNo, files);
  }

  /** As many numbers of a sequence as asked for, ascending. */
  public long[] numbers(Connection connection, LedgerSequence sequence, int count)
      throws SQLException {
    return sequences
        .computeIfAbsent(sequence, wanted -> wanted.open(dialect))
        .take(connection, count);
  }

  private static LedgerUnavailableException unavailable(SQLException cause) {
    return new LedgerUnavailableException(
        "the ledger's database cannot be used: " + cause.getMessage(), cause);
  }
}
