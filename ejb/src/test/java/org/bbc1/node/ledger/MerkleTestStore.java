package org.bbc1.node.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;

/** The tables of the ledger subsystem on an H2 file, for tests of other rooms. */
public final class MerkleTestStore implements AutoCloseable {

  private final H2TestDatabase database;
  private final MerkleStore store;

  private MerkleTestStore(H2TestDatabase database, MerkleStore store) {
    this.database = database;
    this.store = store;
  }

  /** Opens the file in a folder, with these domains in it. */
  public static MerkleTestStore in(Path folder, DomainId... domains) throws SQLException {
    H2TestDatabase database = new H2TestDatabase(folder);
    LedgerSchema.migrate(database.dataSource());
    try (Connection connection = database.dataSource().getConnection()) {
      LedgerDialect dialect = LedgerDialect.of(connection);
      JdbcDomainTable table = new JdbcDomainTable(database.dataSource(), dialect);
      for (DomainId domain : domains) {
        table.register(domain, NodeId.of(domain.toByteArray()));
      }
      return new MerkleTestStore(
          database, new JdbcMerkleStore(database.dataSource(), dialect, table));
    }
  }

  public MerkleStore store() {
    return store;
  }

  /** Takes the database away. */
  public void stop() throws Exception {
    database.stop();
  }

  /** Brings it back. */
  public void start() throws Exception {
    database.start();
  }

  @Override
  public void close() throws Exception {
    database.close();
  }
}
