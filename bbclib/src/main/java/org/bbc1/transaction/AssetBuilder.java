package org.bbc1.transaction;

import java.security.SecureRandom;
import java.util.Arrays;
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

  private final IdLengths lengths;
  private final UserId userId;
  private byte @Nullable [] nonce;
  private long fileSize;
  private byte @Nullable [] fileDigest;
  private AssetBody body = AssetBody.NONE;

  AssetBuilder(IdLengths lengths, UserId userId) {
    this.lengths = lengths;
    this.userId = lengths.cut(userId);
  }

  /** The nonce, cut to its configured length; without this call a random one is taken. */
  public AssetBuilder nonce(byte[] value) {
    nonce = lengths.cutNonce(value);
    return this;
  }

  /** The asset file; only its size and digest are kept. An empty one is the same as none. */
  public AssetBuilder file(byte[] content) {
    fileSize = content.length;
    fileDigest = content.length == 0 ? null : Sha256.of(content);
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
    fileDigest = digest.clone();
    return this;
  }

  /** The body. */
  public AssetBuilder body(AssetBody value) {
    body = value;
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
      nonce = new byte[lengths.nonce()];
      RANDOM.nextBytes(nonce);
    }
    AssetId placeholder = AssetId.of(new byte[1]);
    byte[] preimage =
        new Asset(placeholder, userId, nonce, fileSize, fileDigest, body).digestPreimage();
    AssetId assetId = AssetId.of(Arrays.copyOf(Sha256.of(preimage), lengths.assetId()));
    return new Asset(assetId, userId, nonce, fileSize, fileDigest, body);
  }
}
