package org.bbc1.transaction;

import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * Points from a relation to an earlier transaction, or to one asset of it. Source:
 * transaction-format section 3.5.
 *
 * @param assetId null = the transaction as a whole
 */
public record Pointer(TransactionId transactionId, @Nullable AssetId assetId) {

  static final int MINIMAL_SIZE = 2 + 1 + 2;

  static Pointer read(PackedReader in) {
    TransactionId transactionId = in.id(TransactionId::of);
    int flag = in.u2();
    if (flag > 1) {
      throw new PackedFormatException("pointer flag " + flag);
    }
    return new Pointer(transactionId, flag == 1 ? in.id(AssetId::of) : null);
  }

  void write(PackedWriter out) {
    out.prefixed(transactionId.toByteArray());
    out.u2(assetId == null ? 0 : 1);
    if (assetId != null) {
      out.prefixed(assetId.toByteArray());
    }
  }
}
