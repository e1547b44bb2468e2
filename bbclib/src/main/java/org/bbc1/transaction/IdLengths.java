package org.bbc1.transaction;

import java.util.Arrays;
import java.util.Map;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;

/**
 * The lengths in bytes to which a writer cuts each kind of identifier, 1 to 32, and the nonce, 0 to
 * 64. Cutting keeps the leading bytes; a value that is shorter already is refused. Source:
 * transaction-format section 2.
 *
 * <p>One of them is configured for the whole process, at first 32 bytes for every kind. Every
 * builder takes the configured lengths when it is made, unless it is given others; a builder made
 * before a change keeps its lengths. The packed form of transactions of version 0, which does not
 * record the length of the transaction id, is read and written with the configured one. An
 * application configures the lengths once at its start; doing so at any time and from any thread is
 * safe, though.
 */
public record IdLengths(int transactionId, int userId, int assetGroupId, int assetId, int nonce) {

  /** What has a length of its own. */
  public enum Kind {
    /** Ids of transactions. */
    TRANSACTION_ID,
    /** Ids of users. */
    USER_ID,
    /** Ids of asset groups. */
    ASSET_GROUP_ID,
    /** Ids of assets. */
    ASSET_ID,
    /** Random bytes in an asset. */
    NONCE
  }

  /** 32 bytes for every kind. */
  public static final IdLengths FULL = all(32);

  private static volatile IdLengths configured = FULL;

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

  /** The lengths that are configured for the process. */
  public static IdLengths configured() {
    return configured;
  }

  /** Configures all lengths for the process. */
  public static synchronized void configure(IdLengths lengths) {
    configured = lengths;
  }

  /**
   * Configures the lengths of some kinds for the process; the others stay. The seed's {@code
   * configure_id_length}.
   *
   * @throws IllegalArgumentException if a length is out of bounds; then nothing is changed
   */
  public static synchronized void configure(Map<Kind, Integer> lengths) {
    configured = configured.with(lengths);
  }

  /**
   * Configures one length for every kind and the nonce for the process. The seed's {@code
   * configure_id_length_all}.
   */
  public static void configureAll(int length) {
    configure(all(length));
  }

  /** The same lengths but for the kinds in the map. */
  public IdLengths with(Map<Kind, Integer> others) {
    return new IdLengths(
        others.getOrDefault(Kind.TRANSACTION_ID, transactionId),
        others.getOrDefault(Kind.USER_ID, userId),
        others.getOrDefault(Kind.ASSET_GROUP_ID, assetGroupId),
        others.getOrDefault(Kind.ASSET_ID, assetId),
        others.getOrDefault(Kind.NONCE, nonce));
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
