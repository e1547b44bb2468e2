package org.bbc1.node;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.domain.DomainAssetStore;
import org.bbc1.node.ledger.CrossRefTable;
import org.bbc1.node.ledger.DomainTable;
import org.bbc1.node.ledger.JdbcLedger;
import org.bbc1.node.ledger.Ledger;
import org.bbc1.node.ledger.LedgerSchema;
import org.bbc1.node.ledger.LedgerSettings;
import org.bbc1.node.ledger.MerkleStore;
import org.bbc1.node.ledger.RepairLog;
import org.bbc1.transaction.TransactionValidator;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A real ledger on an H2 file in a folder; its database can be made to fail, its rows can be
 * tampered with.
 */
public final class TestLedger implements AutoCloseable {

  private final JdbcConnectionPool pool;
  private final JdbcLedger ledger;
  private final BreakableDataSource breakable;

  private TestLedger(JdbcConnectionPool pool, JdbcLedger ledger, BreakableDataSource breakable) {
    this.pool = pool;
    this.ledger = ledger;
    this.breakable = breakable;
  }

  static TestLedger open(
      Path folder,
      NodeConfiguration configuration,
      TransactionValidator validator,
      Executor answers) {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath() + ";MODE=PostgreSQL",
            "sa",
            "");
    pool.setMaxConnections(24);
    BreakableDataSource breakable = new BreakableDataSource(pool);
    DataSource dataSource = breakable.proxy();
    LedgerSchema.migrate(dataSource);
    JdbcLedger ledger =
        JdbcLedger.open(
            dataSource,
            new DomainAssetStore(folder, configuration),
            validator,
            LedgerSettings.DEFAULTS,
            Executors.defaultThreadFactory(),
            answers);
    return new TestLedger(pool, ledger, breakable);
  }

  Ledger ledger() {
    return ledger;
  }

  DomainTable domains() {
    return ledger.domains();
  }

  CrossRefTable crossRefs() {
    return ledger.crossRefs();
  }

  RepairLog repairLog() {
    return ledger.repairLog();
  }

  MerkleStore merkle() {
    return ledger.merkle();
  }

  /** From now on no connection can be had. */
  public void breakDatabase() {
    breakable.broken = true;
  }

  public void repairDatabase() {
    breakable.broken = false;
  }

  /** Makes a record of another domain that holds a transaction of this one. */
  public void holdElsewhere(DomainId domain, TransactionId id, TransactionId holder) {
    execute(
        "insert into cross_ref (cross_ref_no, domain_no, transaction_id, outer_domain_id,"
            + " txid_having_cross_ref) select next value for cross_ref_seq, domain_no, ?,"
            + " domain_id, ? from domain where domain_id = ?",
        id.toByteArray(),
        holder.toByteArray(),
        domain.toByteArray());
  }

  /** Number of rows that meet a condition without parameters. */
  public long count(String table, String condition) {
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select count(*) from " + table + " where " + condition);
        ResultSet result = query.executeQuery()) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Changes stored bytes behind the ledger's back. */
  public void tamper(TransactionId id, byte[] data) {
    execute(
        "update ledger_tx set transaction_data = ? where transaction_id = ?",
        data,
        id.toByteArray());
  }

  private void execute(String sql, byte[]... parameters) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setBytes(i + 1, parameters[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new AssertionError("not one row: " + sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    ledger.close();
    pool.dispose();
  }

  private static final class BreakableDataSource {

    private final DataSource target;
    private volatile boolean broken;

    BreakableDataSource(DataSource target) {
      this.target = target;
    }

    DataSource proxy() {
      return (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> {
                if (broken && method.getName().equals("getConnection")) {
                  throw new SQLException("the database of this test is broken");
                }
                try {
                  return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
