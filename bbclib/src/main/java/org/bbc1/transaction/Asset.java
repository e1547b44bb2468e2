package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a user records: a body inside the transaction, a file beside it of which only size and
 * digest are inside, both, or neither. Source: transaction-format sections 3.6 and 6.3.
 */
public final class Asset {

  /** Longest nonce in bytes. */
  public static final int MAXIMUM_NONCE = 64;

  private static final long MAXIMUM_FILE_SIZE = 0xffffffffL;
  private static final int BY_BODY = -1;

  private final AssetId assetId;
  private final UserId userId;
  private final byte[] nonce;
  private final long fileSize;
  private final byte @Nullable [] fileDigest;
  private final int statedBodySize;
  private final AssetBody body;

  /** The arrays are handed over. */
  Asset(
      AssetId assetId,
      UserId userId,
      byte[] nonce,
      long fileSize,
      byte @Nullable [] fileDigest,
      AssetBody body) {
    this(assetId, userId, nonce, fileSize, fileDigest, BY_BODY, body);
  }

  /** An asset of a document, which states the size of its body itself. */
  Asset(
      AssetId assetId,
      UserId userId,
      byte[] nonce,
      long fileSize,
      byte @Nullable [] fileDigest,
      int statedBodySize,
      AssetBody body) {
    if (nonce.length > MAXIMUM_NONCE) {
      throw new IllegalArgumentException("nonce of " + nonce.length + " bytes");
    }
    if (fileSize < 0 || fileSize > MAXIMUM_FILE_SIZE) {
      throw new IllegalArgumentException("file size " + fileSize + " does not fit 4 bytes");
    }
    if (fileSize > 0 && fileDigest == null) {
      throw new IllegalArgumentException("a file without its digest");
    }
    this.assetId = assetId;
    this.userId = userId;
    this.nonce = nonce;
    this.fileSize = fileSize;
    this.fileDigest = fileDigest;
    this.statedBodySize =
        statedBodySize != BY_BODY && statedBodySize == body.documentSize()
            ? BY_BODY
            : statedBodySize;
    this.body = body;
  }

  /** A builder for an asset of this user with ids of the lengths configured for the process. */
  public static AssetBuilder builder(UserId userId) {
    return new AssetBuilder(WritingRules.current(IdLengths.configured()), userId);
  }

  /** A builder for an asset of this user with ids of the given lengths. */
  public static AssetBuilder builder(UserId userId, IdLengths lengths) {
    return new AssetBuilder(WritingRules.current(lengths), userId);
  }

  /**
   * A builder for an asset of a legacy format.
   *
   * @param idLength length of the ids and of the file digest in bytes, 1 to 32
   */
  public static AssetBuilder legacyBuilder(UserId userId, FormatType type, int idLength) {
    return new AssetBuilder(WritingRules.legacy(type, idLength), userId);
  }

  /**
   * The id: leading bytes of the digest of the contents. As read it is not checked; see {@link
   * AssetIdCheck}.
   */
  public AssetId assetId() {
    return assetId;
  }

  /** The user whose asset it is. */
  public UserId userId() {
    return userId;
  }

  /** Random bytes that make the id unique, 0 to 64. */
  public byte[] nonce() {
    return nonce.clone();
  }

  /** Size of the asset file in bytes; 0 = no file. */
  public long fileSize() {
    return fileSize;
  }

  /** SHA-256 of the asset file; old writers cut it to as little as one byte. Null = no file. */
  public byte @Nullable [] fileDigest() {
    return fileDigest == null ? null : fileDigest.clone();
  }

  /** The body. */
  public AssetBody body() {
    return body;
  }

  /**
   * The {@code asset_body_size} of the document form: bytes, or top-level keys of a map; as read
   * from a document, whatever it states. Source: transaction-format section 5.3.
   */
  public int documentBodySize() {
    return statedBodySize == BY_BODY ? body.documentSize() : statedBodySize;
  }

  /**
   * Whether the content is the asset file: its SHA-256 begins with the stored digest. False if
   * there is no file. The size is not compared, as other implementations do not.
   */
  public boolean matchesFile(byte[] content) {
    return fileDigest != null && matchesFileDigest(Sha256.of(content));
  }

  /** The same for a content whose SHA-256 is known. */
  boolean matchesFileDigest(byte[] digest) {
    return Sha256.beginsWith(digest, fileDigest);
  }

  /** The bytes whose SHA-256 begins with the asset id, by the rule of current writers. */
  public byte[] digestPreimage() {
    return AssetIdRule.PACKED.preimage(this);
  }

  /**
   * Reads a packed asset.
   *
   * @throws TransactionFormatException if the bytes are not exactly one
   */
  public static Asset unpack(byte[] packed) {
    return Unpacking.whole(packed, Asset::read);
  }

  /** The packed form. */
  public byte[] pack() {
    return PackedWriter.bytesOf(this::write);
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly an asset
   */
  public static Asset fromDocument(Document document) {
    return DocumentFields.whole(document, AssetDocuments::read);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return AssetDocuments.document(this);
  }

  static Asset read(PackedReader in) {
    AssetId assetId = in.id(AssetId::of);
    UserId userId = in.id(UserId::of);
    byte[] nonce = in.prefixed(0, MAXIMUM_NONCE);
    long fileSize = in.u4();
    byte[] fileDigest = fileSize == 0 ? null : in.prefixed(1, Sha256.SIZE);
    return new Asset(assetId, userId, nonce, fileSize, fileDigest, AssetBody.read(in));
  }

  void write(PackedWriter out) {
    out.prefixed(assetId.toByteArray());
    writeContents(out, true);
  }

  void writeContents(PackedWriter out, boolean digestLength) {
    out.prefixed(userId.toByteArray());
    out.prefixed(nonce);
    out.u4(fileSize);
    if (fileSize > 0 && fileDigest != null) {
      if (digestLength) {
        out.u2(fileDigest.length);
      }
      out.bytes(fileDigest);
    }
    body.write(out);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Asset asset
        && assetId.equals(asset.assetId)
        && userId.equals(asset.userId)
        && Arrays.equals(nonce, asset.nonce)
        && fileSize == asset.fileSize
        && Arrays.equals(fileDigest, asset.fileDigest)
        && body.equals(asset.body)
        && statedBodySize == asset.statedBodySize;
  }

  @Override
  public int hashCode() {
    return assetId.hashCode();
  }

  @Override
  public String toString() {
    return "Asset["
        + assetId
        + ", user "
        + userId
        + ", file of "
        + fileSize
        + " bytes, body "
        + body
        + "]";
  }
}
