package org.bbc1.transaction;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.Zlib;
import org.jspecify.annotations.Nullable;

/**
 * A transaction: immutable, complete, with its digests. What was read is kept as received, so
 * serialising gives the same bytes again. Source: transaction-format sections 3, 4 and 6.
 */
public final class Transaction {

  private final TransactionParts parts;
  private final WireFormat wireFormat;
  private final byte[] wire;
  private final byte[] packed;
  private final int packedOffset;
  private final byte[] baseDigest;
  private final byte[] digest;
  private final TransactionId transactionId;

  private Transaction(
      TransactionParts parts,
      Packed borders,
      WireFormat wireFormat,
      byte[] wire,
      byte[] packed,
      int packedOffset) {
    this.parts = parts;
    this.wireFormat = wireFormat;
    this.wire = wire;
    this.packed = packed;
    this.packedOffset = packedOffset;
    this.baseDigest = borders.baseDigest();
    this.digest = borders.digest(baseDigest);
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
    return Unpacking.guarded(() -> readGuarded(wire, limits));
  }

  private static Transaction readGuarded(byte[] received, ReadLimits limits) {
    if (received.length > limits.wireBytes()) {
      throw new PackedFormatException(received.length + " bytes, at most " + limits.wireBytes());
    }
    byte[] wire = received.clone();
    WireFormat format = WireFormat.ofHeader(PackedReader.of(wire).u2());
    boolean plain = format == WireFormat.PLAIN;
    byte[] packed =
        plain ? wire : Zlib.inflate(wire, WireFormat.HEADER_SIZE, limits.inflatedBytes());
    int offset = plain ? WireFormat.HEADER_SIZE : 0;
    PackedReader in = PackedReader.of(packed, offset);
    TransactionParts parts = TransactionParts.read(in);
    in.requireEnd();
    if (limits.parts() > 0 && parts.count() > limits.parts()) {
      throw new PackedFormatException("more than " + limits.parts() + " parts");
    }
    Packed again = parts.pack(packed.length - offset);
    if (!Arrays.equals(packed, offset, packed.length, again.bytes(), 0, again.bytes().length)) {
      throw new PackedFormatException("packing again gives other bytes");
    }
    return new Transaction(parts, again, format, wire, packed, offset);
  }

  /** A builder for a new transaction. */
  public static TransactionBuilder builder() {
    return new TransactionBuilder();
  }

  static Transaction of(TransactionParts parts, WireFormat format) {
    Packed packed = parts.pack(1024);
    return new Transaction(
        parts, packed, format, encode(packed.bytes(), 0, format), packed.bytes(), 0);
  }

  private static byte[] encode(byte[] packed, int offset, WireFormat format) {
    if (format == WireFormat.ZLIB) {
      return Zlib.deflate(format.headerBytes(), packed, offset);
    }
    byte[] wire =
        Arrays.copyOf(format.headerBytes(), WireFormat.HEADER_SIZE + packed.length - offset);
    System.arraycopy(packed, offset, wire, WireFormat.HEADER_SIZE, packed.length - offset);
    return wire;
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
    return wireFormat;
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

  /** The packed bytes, without wire header and not compressed. */
  public byte[] packed() {
    return Arrays.copyOfRange(packed, packedOffset, packed.length);
  }

  /** The serialised form in its own wire format; exactly the bytes received if it was read. */
  public byte[] serialize() {
    return wire.clone();
  }

  /** The serialised form in the given wire format. */
  public byte[] serialize(WireFormat format) {
    return format == wireFormat ? serialize() : encode(packed, packedOffset, format);
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
        wireFormat);
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

  /** Two transactions are equal if their packed bytes are; the wire format makes no difference. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Transaction transaction
        && Arrays.equals(
            packed,
            packedOffset,
            packed.length,
            transaction.packed,
            transaction.packedOffset,
            transaction.packed.length);
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
