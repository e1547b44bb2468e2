package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;

/**
 * The lengths in bytes to which a writer cuts each kind of identifier, 1 to 32, and the nonce, 0 to
 * 64. Cutting keeps the leading bytes; a value that is shorter already is refused. Source:
 * transaction-format section 2.
 */
public record IdLengths(int transactionId, int userId, int assetGroupId, int assetId, int nonce) {

  /** 32 bytes for every kind. */
  public static final IdLengths FULL = all(32);

  /** Refuses lengths outside of the bounds. */
  public IdLengths {
    if (Math.min(Math.min(transactionId, userId), Math.min(assetGroupId, assetId)) < 1
        || Math.max(Math.max(transactionId, userId), Math.max(assetGroupId, assetId)) > 32) {
      throw new IllegalArgumentException("id lengths are 1 to 32 bytes");
    }
    if (nonce < 0 || nonce > Asset.MAXIMUM_NONCE) {
      throw new IllegalArgumentException("a nonce has 0 to " + Asset.MAXIMUM_NONCE + " bytes");
    }
  }

  /** One length for every kind and the nonce. */
  public static IdLengths all(int length) {
    return new IdLengths(length, length, length, length, length);
  }

  /** The id, cut. */
  public TransactionId cut(TransactionId id) {
    return id.truncate(transactionId);
  }

  /** The id, cut. */
  public UserId cut(UserId id) {
    return id.truncate(userId);
  }

  /** The id, cut. */
  public AssetGroupId cut(AssetGroupId id) {
    return id.truncate(assetGroupId);
  }

  /** The id, cut. */
  public AssetId cut(AssetId id) {
    return id.truncate(assetId);
  }

  byte[] cutNonce(byte[] value) {
    if (value.length < nonce) {
      throw new IllegalArgumentException(
          "nonce of " + value.length + " bytes, " + nonce + " are configured");
    }
    return Arrays.copyOf(value, nonce);
  }
}
