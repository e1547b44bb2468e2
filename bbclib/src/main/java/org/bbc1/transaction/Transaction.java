package org.bbc1.transaction;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A transaction: immutable, complete, with its digests. What was read is kept as received, so
 * serialising gives the same bytes again. Source: transaction-format sections 3, 4 and 6.
 */
public final class Transaction {

  private final TransactionParts parts;
  private final Content content;
  private final TransactionForm form;
  private final byte[] wire;
  private final byte[] baseDigest;
  private final byte[] digest;
  private final TransactionId transactionId;

  /** The array is handed over. */
  Transaction(TransactionParts parts, TransactionForm form, Content content, byte[] wire) {
    this.parts = parts;
    this.content = content;
    this.form = form;
    this.wire = wire;
    this.baseDigest = content.baseDigest();
    this.digest = content.digest(baseDigest);
    this.transactionId = TransactionId.of(Arrays.copyOf(digest, parts.idLength()));
  }

  /**
   * Reads a serialised transaction under the default limits.
   *
   * @param wire 2-byte header and content; copied
   * @throws TransactionFormatException if the bytes are not exactly one transaction
   */
  public static Transaction read(byte[] wire) {
    return read(wire, ReadLimits.DEFAULT);
  }

  /**
   * Reads a serialised transaction.
   *
   * @param wire 2-byte header and content; copied
   * @throws TransactionFormatException if the bytes are not exactly one transaction, or exceed a
   *     limit
   */
  public static Transaction read(byte[] wire, ReadLimits limits) {
    return Unpacking.guarded(() -> new TransactionReader(limits).read(wire));
  }

  /** A builder for a new transaction. */
  public static TransactionBuilder builder() {
    return new TransactionBuilder();
  }

  static Transaction of(TransactionParts parts, TransactionForm form) {
    Content content = form.content(parts);
    return new Transaction(parts, form, content, content.serialize(form.wireFormat()));
  }

  /** 0, 1 or 2. */
  public int version() {
    return parts.version();
  }

  /**
   * As written, 0 to 2^63-1: milliseconds since 1970 from current writers, seconds from old ones;
   * not recorded which.
   */
  public long timestamp() {
    return parts.timestamp();
  }

  /** The form in which the transaction was read or built. */
  public WireFormat wireFormat() {
    return form.wireFormat();
  }

  /**
   * The legacy format in which the transaction was built, or read if the wire header told it;
   * otherwise null.
   */
  public @Nullable FormatType formatType() {
    return form.formatType();
  }

  /** The dialect of a MessagePack document; null for every other content. */
  public @Nullable Dialect dialect() {
    return content instanceof DocumentContent document ? document.dialect() : null;
  }

  /** The events, in order. */
  public List<Event> events() {
    return parts.events();
  }

  /** The references, in order. */
  public List<Reference> references() {
    return parts.references();
  }

  /** The relations, in order. */
  public List<Relation> relations() {
    return parts.relations();
  }

  /** The witness, or null. */
  public @Nullable Witness witness() {
    return parts.witness();
  }

  /** The cross reference, or null. */
  public @Nullable CrossRef crossRef() {
    return parts.crossRef();
  }

  /** The signature slots, in order. */
  public List<Signature> signatures() {
    return parts.signatures();
  }

  /** SHA-256 of everything up to and including the witness; 32 bytes. */
  public byte[] baseDigest() {
    return baseDigest.clone();
  }

  /** What is signed: SHA-256 of base digest and cross reference; 32 bytes. */
  public byte[] digest() {
    return digest.clone();
  }

  /** The leading bytes of the digest. */
  public TransactionId transactionId() {
    return transactionId;
  }

  /** What the base digest is the SHA-256 of. */
  public byte[] basePreimage() {
    return content.basePreimage();
  }

  /** What the digest is the SHA-256 of. */
  public byte[] digestPreimage() {
    return content.digestPreimage(baseDigest);
  }

  /** The content of the serialised form: uncompressed, without wire header. */
  public byte[] content() {
    return content.bytes();
  }

  /**
   * The packed bytes, without wire header and not compressed.
   *
   * @throws IllegalStateException if the content is a document
   */
  public byte[] packed() {
    if (!wireFormat().isPacked()) {
      throw new IllegalStateException("a document has no packed bytes");
    }
    return content();
  }

  /** The serialised form in its own wire format; exactly the bytes received if it was read. */
  public byte[] serialize() {
    return wire.clone();
  }

  /**
   * The serialised form in the given wire format; of a legacy transaction always its own bytes,
   * whatever is asked for. Source: transaction-format section 4.1.
   *
   * @throws IllegalArgumentException if a current transaction is asked for as a document
   */
  public byte[] serialize(WireFormat format) {
    boolean asItIs = form.formatType() != null || format == wireFormat();
    return asItIs ? serialize() : content.serialize(format);
  }

  /** A signature over the digest, with the public key; it is not put into a slot. */
  public Signature sign(KeyPair keyPair) {
    return Signature.of(keyPair.curve(), keyPair.publicKey(), keyPair.sign(digest));
  }

  /** As {@link #sign}, without the public key; who verifies must have it from elsewhere. */
  public Signature signWithoutPublicKey(KeyPair keyPair) {
    return Signature.of(keyPair.curve(), null, keyPair.sign(digest));
  }

  /**
   * The same transaction with other contents of its signature slots; its digest and id do not
   * change.
   */
  public Transaction withSignatures(List<Signature> signatures) {
    return of(
        new TransactionParts(
            version(),
            timestamp(),
            parts.idLength(),
            events(),
            references(),
            relations(),
            witness(),
            crossRef(),
            signatures),
        form);
  }

  /**
   * The same parts in a legacy format, in the raw dialect. See {@link #withFormatType(FormatType,
   * Dialect)}.
   */
  public Transaction withFormatType(FormatType type) {
    return withFormatType(type, Dialect.RAW);
  }

  /**
   * The same parts in a legacy format; the seed's {@code set_format_type}. Digest and transaction
   * id become those of the format, which are the same within 1 to 3 and within 4 to 6; where they
   * change, the signatures are kept but no longer verify. Asset ids are kept, although the format
   * may compute them otherwise: then {@link AssetIdCheck} tells a mismatch.
   *
   * @param dialect of MessagePack; of no account in the other formats
   * @throws IllegalArgumentException if the format cannot hold the parts, such as a raw asset
   */
  public Transaction withFormatType(FormatType type, Dialect dialect) {
    return of(parts, TransactionForm.legacy(type, dialect));
  }

  /**
   * Every asset id with what a ledger indexes it by: events first, then per relation asset, raw
   * asset, listed ids.
   */
  public List<AssetEntry> assetEntries() {
    return Contents.assetEntries(this);
  }

  /**
   * The groups that hold at least one asset id, in order of appearance. Source: client-protocol
   * section 12.1.
   */
  public Set<AssetGroupId> assetGroupIds() {
    return Contents.assetGroupIds(this);
  }

  /** Links to earlier transactions: every reference, then every pointer; repeated ones are kept. */
  public List<Link> links() {
    return Contents.links(this);
  }

  /** Two transactions are equal if their contents are; the wire format makes no difference. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Transaction transaction && content.sameBytes(transaction.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return "Transaction[" + transactionId + "]";
  }
}
