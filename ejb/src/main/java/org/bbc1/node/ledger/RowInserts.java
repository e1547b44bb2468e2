package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.bbc1.transaction.AssetEntry;
import org.bbc1.transaction.Link;

/** The batch statements that write the rows of transactions, their assets and their links. */
final class RowInserts implements AutoCloseable {

  private static final String TRANSACTION =
      "insert into ledger_tx (tx_no, domain_no, transaction_id, wire_format, transaction_data,"
          + " data_sha256, tx_version, tx_timestamp, timestamp_ms, origin)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ASSET =
      "insert into ledger_asset (asset_no, tx_no, domain_no, ordinal, kind, asset_group_id,"
          + " asset_id, user_id, file_size, file_digest, timestamp_ms)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String EDGE =
      "insert into ledger_edge (edge_no, tx_no, domain_no, ordinal, kind, base, point_to,"
          + " pointer_asset_id) values (?, ?, ?, ?, ?, ?, ?, ?)";

  private final PreparedStatement transactions;
  private final PreparedStatement assets;
  private final PreparedStatement edges;

  RowInserts(Connection connection) throws SQLException {
    transactions = connection.prepareStatement(TRANSACTION);
    assets = connection.prepareStatement(ASSET);
    edges = connection.prepareStatement(EDGE);
  }

  void addTransaction(PendingInsert insert, long txNo) throws SQLException {
    TransactionRow row = insert.row();
    transactions.setLong(1, txNo);
    transactions.setInt(2, insert.domainNo());
    transactions.setBytes(3, row.id().toByteArray());
    transactions.setInt(4, row.wireFormat());
    transactions.setBytes(5, row.data());
    transactions.setBytes(6, row.sha256());
    transactions.setInt(7, row.version());
    transactions.setLong(8, row.timestamp());
    transactions.setLong(9, row.timestampMillis());
    transactions.setInt(10, insert.origin().code());
    transactions.addBatch();
  }

  void addAsset(PendingInsert insert, long txNo, int ordinal, long assetNo) throws SQLException {
    AssetEntry asset = insert.row().assets().get(ordinal);
    assets.setLong(1, assetNo);
    assets.setLong(2, txNo);
    assets.setInt(3, insert.domainNo());
    assets.setInt(4, ordinal);
    assets.setInt(5, asset.kind().code());
    assets.setBytes(6, asset.assetGroupId().toByteArray());
    assets.setBytes(7, asset.assetId().toByteArray());
    if (asset.userId() == null) {
      assets.setNull(8, Types.BINARY);
    } else {
      assets.setBytes(8, asset.userId().toByteArray());
    }
    assets.setLong(9, asset.fileSize());
    assets.setBytes(10, asset.fileDigest());
    assets.setLong(11, insert.row().timestampMillis());
    assets.addBatch();
  }

  void addEdge(PendingInsert insert, long txNo, int ordinal, long edgeNo) throws SQLException {
    Link link = insert.row().links().get(ordinal);
    edges.setLong(1, edgeNo);
    edges.setLong(2, txNo);
    edges.setInt(3, insert.domainNo());
    edges.setInt(4, ordinal);
    edges.setInt(5, link.kind().code());
    edges.setBytes(6, insert.row().id().toByteArray());
    edges.setBytes(7, link.target().toByteArray());
    if (link.assetId() == null) {
      edges.setNull(8, Types.BINARY);
    } else {
      edges.setBytes(8, link.assetId().toByteArray());
    }
    edges.addBatch();
  }

  /** Sends the rows added so far, those that others depend on first. */
  void execute() throws SQLException {
    Batch.execute(transactions);
    Batch.execute(assets);
    Batch.execute(edges);
  }

  @Override
  public void close() throws SQLException {
    try (transactions;
        assets;
        edges) {
      // closes all three, whichever fails
    }
  }
}
