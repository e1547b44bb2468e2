package org.bbc1.node.ledger.importer;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bbc1.node.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The transaction ids of source and ledger side by side. The digests are SHA-256 over all ids of a
 * side in the order of their bytes.
 *
 * @param sourceCount ids in the source
 * @param sourceSha256 their digest in hexadecimal
 * @param ledgerCount ids of the domain in the ledger
 * @param ledgerSha256 their digest in hexadecimal
 * @param onlyInSource ids that the ledger does not have
 * @param onlyInLedger ids that the source does not have, because the ledger has gone on or has
 *     several sources
 */
public record IdComparison(
    long sourceCount,
    String sourceSha256,
    long ledgerCount,
    String ledgerSha256,
    long onlyInSource,
    long onlyInLedger) {

  private static final String SOURCE =
      "select transaction_id from transaction_table where typeof(transaction_id) = 'blob'"
          + " order by transaction_id";
  private static final String LEDGER =
      "select transaction_id from ledger_tx where domain_no = ? order by transaction_id";
  private static final int FETCH_SIZE = 1000;

  /** The ids of one side, in order. */
  private static final class Side {

    private final ResultSet result;
    private final MessageDigest digest = Sha256.newDigest();
    private long count;

    Side(ResultSet result) {
      this.result = result;
    }

    byte @Nullable [] next() throws SQLException {
      if (!result.next()) {
        return null;
      }
      byte[] id = result.getBytes(1);
      digest.update(id);
      count++;
      return id;
    }

    String sha256() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /** Walks along both sides at once, keeping one id of each. */
  static IdComparison of(SourceLedger source, Connection target, int domainNo) throws SQLException {
    try (PreparedStatement left = source.prepare(SOURCE);
        PreparedStatement right = target.prepareStatement(LEDGER)) {
      right.setInt(1, domainNo);
      right.setFetchSize(FETCH_SIZE);
      try (ResultSet sourceIds = left.executeQuery();
          ResultSet ledgerIds = right.executeQuery()) {
        return compare(new Side(sourceIds), new Side(ledgerIds));
      }
    }
  }

  private static IdComparison compare(Side source, Side ledger) throws SQLException {
    long onlyInSource = 0;
    long onlyInLedger = 0;
    byte[] left = source.next();
    byte[] right = ledger.next();
    while (left != null || right != null) {
      int order = order(left, right);
      onlyInSource += order < 0 ? 1 : 0;
      onlyInLedger += order > 0 ? 1 : 0;
      left = order <= 0 ? source.next() : left;
      right = order >= 0 ? ledger.next() : right;
    }
    return new IdComparison(
        source.count, source.sha256(), ledger.count, ledger.sha256(), onlyInSource, onlyInLedger);
  }

  /** An exhausted side stands behind all others. */
  private static int order(byte @Nullable [] left, byte @Nullable [] right) {
    if (left == null) {
      return 1;
    }
    return right == null ? -1 : Arrays.compareUnsigned(left, right);
  }
}
