package org.bbc1.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.transaction.AssetEntry;
import org.bbc1.transaction.Link;
import org.bbc1.transaction.Transaction;

/**
 * The ledger of a reference node, made after storage A2 and filled after A3 and A7. Who uses it
 * brings the SQLite driver.
 */
public final class ReferenceLedger implements AutoCloseable {

  private static final List<String> TABLES =
      List.of(
          "create table transaction_table"
              + " (transaction_id BLOB, transaction_data BLOB, primary key (transaction_id))",
          "create table topology_table"
              + " (id INTEGER, base BLOB, point_to BLOB, primary key (id))",
          "create table cross_ref_table (id INTEGER, transaction_id BLOB, outer_domain_id BLOB,"
              + " txid_having_cross_ref BLOB, primary key (id))",
          "create table merkle_branch_table"
              + " (digest BLOB, leaf_left BLOB, leaf_right BLOB, primary key (digest))",
          "create table merkle_leaf_table (digest BLOB, leaf_left BLOB, leaf_right BLOB,"
              + " prev BLOB, primary key (digest))",
          "create table merkle_root_table (root BLOB, spec BLOB, primary key (root))",
          "create index asset_info_table_idx_1 on asset_info_table (transaction_id)",
          "create index topology_table_idx_1 on topology_table (base)");

  private final Path folder;
  private final boolean timestamped;
  private final Connection connection;

  private ReferenceLedger(Path workingDirectory, DomainId domain, boolean timestamped)
      throws IOException, SQLException {
    this.folder = workingDirectory.resolve(domain.toHex());
    this.timestamped = timestamped;
    Files.createDirectories(folder);
    connection = DriverManager.getConnection("jdbc:sqlite:" + database());
    execute(
        "create table asset_info_table (id INTEGER, transaction_id BLOB, asset_group_id BLOB,"
            + " asset_id BLOB, user_id BLOB"
            + (timestamped ? ", timestamp BIGINT" : "")
            + ", primary key (id))");
    for (String table : TABLES) {
      execute(table);
    }
  }

  /** As release 1.5 makes it. */
  public static ReferenceLedger create(Path workingDirectory, DomainId domain) throws Exception {
    ReferenceLedger ledger = new ReferenceLedger(workingDirectory, domain, true);
    ledger.execute("create table version_table (version TEXT, primary key (version))");
    ledger.execute("insert into version_table values ('ver=2')");
    return ledger;
  }

  /** As release 1.1 makes it: no version, no time stamps. */
  public static ReferenceLedger createOld(Path workingDirectory, DomainId domain) throws Exception {
    return new ReferenceLedger(workingDirectory, domain, false);
  }

  /** Folder of the domain. */
  public Path folder() {
    return folder;
  }

  /** The SQLite file. */
  public Path database() {
    return folder().resolve("bbc_ledger.sqlite");
  }

  /** So that the following inserts take one transaction. */
  public void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Ends what was begun. */
  public void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Everything that an insertion writes. */
  public void insert(Transaction transaction) throws SQLException {
    insertRow(transaction.transactionId().toByteArray(), transaction.serialize());
    insertAssets(transaction);
    for (Link link : transaction.links()) {
      execute(
          "insert into topology_table (base, point_to) values (?, ?)",
          transaction.transactionId().toByteArray(),
          link.target().toByteArray());
    }
  }

  /** The row of a transaction only. */
  public void insertRow(byte[] id, byte[] data) throws SQLException {
    execute(
        "insert into transaction_table (transaction_id, transaction_data) values (?, ?)", id, data);
  }

  /** The rows of its assets, which a repair writes once more. */
  public void insertAssets(Transaction transaction) throws SQLException {
    for (AssetEntry asset : transaction.assetEntries()) {
      execute(
          "insert into asset_info_table (transaction_id, asset_group_id, asset_id, user_id"
              + (timestamped ? ", timestamp) values (?, ?, ?, ?, " : ") values (?, ?, ?, ?")
              + (timestamped ? Long.toString(transaction.timestamp()) : "")
              + ")",
          transaction.transactionId().toByteArray(),
          asset.assetGroupId().toByteArray(),
          asset.assetId().toByteArray(),
          asset.userId() == null ? null : asset.userId().toByteArray());
    }
  }

  /** Runs a statement, with byte arrays as its parameters. */
  public void execute(String sql, byte[]... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setBytes(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  /** The file of the first asset. */
  public Path fileOf(Transaction transaction) {
    AssetEntry asset = transaction.assetEntries().get(0);
    return folder().resolve(asset.assetGroupId().toHex()).resolve(asset.assetId().toHex());
  }

  /** Puts a content into the place of the first asset's file. */
  public void storeFile(Transaction transaction, byte[] content) throws IOException {
    Files.createDirectories(fileOf(transaction).getParent());
    Files.write(fileOf(transaction), content);
  }

  /** Adds a line to the log of repairs. */
  public void logRepair(String line) throws IOException {
    Files.writeString(
        folder().resolve("repair_log.json"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
