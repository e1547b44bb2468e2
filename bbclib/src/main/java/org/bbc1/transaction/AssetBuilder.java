package org.bbc1.transaction;

import java.security.SecureRandom;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.jspecify.annotations.Nullable;

/**
 * Makes assets; computes the asset id. Not thread-safe. Source: transaction-format sections 3.6 and
 * 6.3.
 */
public final class AssetBuilder {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final WritingRules rules;
  private final UserId userId;
  private byte @Nullable [] nonce;
  private long fileSize;
  private byte @Nullable [] fileDigest;
  private AssetBody body = AssetBody.NONE;

  AssetBuilder(WritingRules rules, UserId userId) {
    this.rules = rules;
    this.userId = rules.lengths().cut(userId);
  }

  /** The nonce, cut to its configured length; without this call a random one is taken. */
  public AssetBuilder nonce(byte[] value) {
    nonce = rules.lengths().cutNonce(value);
    return this;
  }

  /** The asset file; only its size and digest are kept. An empty one is the same as none. */
  public AssetBuilder file(byte[] content) {
    fileSize = content.length;
    fileDigest = content.length == 0 ? null : rules.cutFileDigest(Sha256.of(content));
    return this;
  }

  /**
   * An asset file of which the caller knows the digest already.
   *
   * @param size in bytes, 1 to 2^32-1
   * @param digest SHA-256 of the file
   */
  public AssetBuilder file(long size, byte[] digest) {
    if (size < 1 || digest.length != Sha256.SIZE) {
      throw new IllegalArgumentException("a file has at least one byte and a digest of 32 bytes");
    }
    fileSize = size;
    fileDigest = rules.cutFileDigest(digest);
    return this;
  }

  /** The body. A map is encoded as the format demands, if it is a legacy one. */
  public AssetBuilder body(AssetBody value) {
    body = rules.body(value);
    return this;
  }

  /** A body of bytes, at most 65535. */
  public AssetBuilder body(byte[] value) {
    return body(AssetBody.of(value));
  }

  /** A body of text, at most 65535 bytes in UTF-8. */
  public AssetBuilder body(String value) {
    return body(AssetBody.of(value));
  }

  /** A map as body. */
  public AssetBuilder body(Document value, Dialect dialect) {
    return body(AssetBody.of(value, dialect));
  }

  /** The asset. */
  public Asset build() {
    if (nonce == null) {
      nonce = new byte[rules.lengths().nonce()];
      RANDOM.nextBytes(nonce);
    }
    Asset unnamed = asset(AssetId.of(new byte[1]), nonce);
    return asset(rules.assetIdRule().idOf(unnamed, rules.lengths().assetId()), nonce);
  }

  private Asset asset(AssetId id, byte[] chosenNonce) {
    return new Asset(id, userId, chosenNonce, fileSize, fileDigest, body);
  }
}
