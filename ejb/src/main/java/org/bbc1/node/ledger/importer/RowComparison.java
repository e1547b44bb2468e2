package org.bbc1.node.ledger.importer;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.bbc1.id.Id;
import org.bbc1.transaction.AssetEntry;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Compares the source's rows of assets and links with those that the transaction asks for, which
 * are the ones that enter the ledger (storage A3, part C).
 */
final class RowComparison {

  private static final String LINKS = "select point_to from topology_table where base = ?";

  private final SourceLedger source;
  private final Tally tally;
  private final List<Finding> findings;
  private final String assets;

  /**
   * @param findings takes what is to be listed
   */
  RowComparison(SourceLedger source, Tally tally, List<Finding> findings) {
    this.source = source;
    this.tally = tally;
    this.findings = findings;
    this.assets =
        "select asset_group_id, asset_id, user_id, "
            + (source.isTimestamped() ? "timestamp" : "null")
            + " from asset_info_table where transaction_id = ?";
  }

  private record AssetRow(ByteBuffer group, ByteBuffer asset, ByteBuffer user) {

    static AssetRow of(AssetEntry entry) {
      return new AssetRow(
          buffer(entry.assetGroupId()), buffer(entry.assetId()), buffer(entry.userId()));
    }
  }

  private record FoundAsset(AssetRow row, @Nullable Long timestamp) {

    static FoundAsset read(ResultSet result) throws SQLException {
      AssetRow row =
          new AssetRow(
              buffer(result.getBytes(1)), buffer(result.getBytes(2)), buffer(result.getBytes(3)));
      long timestamp = result.getLong(4);
      return new FoundAsset(row, result.wasNull() ? null : timestamp);
    }
  }

  /** No id has no bytes, so an empty one stands for none. */
  private static ByteBuffer buffer(@Nullable Id id) {
    return ByteBuffer.wrap(id == null ? new byte[0] : id.toByteArray());
  }

  private static ByteBuffer buffer(byte @Nullable [] bytes) {
    return ByteBuffer.wrap(SourceLedger.bytes(bytes));
  }

  void compare(Transaction transaction) throws SQLException {
    byte[] id = transaction.transactionId().toByteArray();
    if (source.has(SourceTable.ASSETS)) {
      compareAssets(transaction, source.list(assets, id, FoundAsset::read));
    }
    if (source.has(SourceTable.TOPOLOGY)) {
      compareLinks(transaction, source.list(LINKS, id, row -> buffer(row.getBytes(1))));
    }
  }

  private void compareAssets(Transaction transaction, List<FoundAsset> found) {
    Difference difference =
        Difference.between(
            transaction.assetEntries().stream().map(AssetRow::of).toList(),
            found.stream().map(FoundAsset::row).toList());
    tally.add(ImportCount.ASSET_ROWS_MISSING, difference.missing());
    tally.add(ImportCount.ASSET_ROWS_SURPLUS, difference.surplus());
    tally.add(ImportCount.ASSET_ROWS_DUPLICATE, difference.duplicate());
    list(FindingKind.ASSET_ROWS, transaction, difference);
    for (FoundAsset asset : found) {
      if (asset.timestamp() == null) {
        tally.increment(ImportCount.ASSET_ROWS_WITHOUT_TIMESTAMP);
      } else if (!Objects.equals(asset.timestamp(), transaction.timestamp())) {
        tally.increment(ImportCount.ASSET_ROWS_OTHER_TIMESTAMP);
      }
    }
  }

  private void compareLinks(Transaction transaction, List<ByteBuffer> found) {
    List<ByteBuffer> expected =
        transaction.links().stream().map(link -> buffer(link.target())).toList();
    Difference difference = Difference.between(expected, found);
    tally.add(ImportCount.LINK_ROWS_MISSING, difference.missing());
    tally.add(ImportCount.LINK_ROWS_SURPLUS, difference.surplus());
    tally.add(ImportCount.LINK_ROWS_DUPLICATE, difference.duplicate());
    list(FindingKind.LINK_ROWS, transaction, difference);
  }

  private void list(FindingKind kind, Transaction transaction, Difference difference) {
    if (!difference.isNone()) {
      findings.add(new Finding(kind, transaction.transactionId().toHex(), difference.toString()));
    }
  }
}
