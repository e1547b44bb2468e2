package org.bbc1.transaction;

import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;

/**
 * The format types of the legacy library. The format belongs to the transaction, not only to its
 * wire form: it decides the transaction id. 1 to 3 give one id, 4 to 6 another, 0 a third.
 * Documents of release 1.0, whose header has no {@code id_length}, are refused: nothing proves how
 * their ids were computed, and release 1.1 does not read them either. Source: transaction-format
 * section 5; the seed's {@code BBcFormat}.
 */
public enum FormatType {
  /** Packed bytes. */
  BINARY(WireFormat.PLAIN),
  /** BSON. */
  BSON(WireFormat.BSON),
  /** BSON, compressed by bzip2. */
  BSON_BZ2(WireFormat.BSON_BZ2),
  /** BSON, compressed by zlib. */
  BSON_ZLIB(WireFormat.BSON_ZLIB),
  /** MessagePack. */
  MSGPACK(WireFormat.MSGPACK),
  /** MessagePack, compressed by bzip2. */
  MSGPACK_BZ2(WireFormat.MSGPACK_BZ2),
  /** MessagePack, compressed by zlib. */
  MSGPACK_ZLIB(WireFormat.MSGPACK_ZLIB);

  private final WireFormat wireFormat;

  FormatType(WireFormat wireFormat) {
    this.wireFormat = wireFormat;
  }

  /** The number of the format, 0 to 6; the same as the wire header. */
  public int number() {
    return wireFormat.header();
  }

  /** The form in which a transaction of this format is serialised. */
  public WireFormat wireFormat() {
    return wireFormat;
  }

  /** Whether the format is packed bytes, as opposed to a document. */
  public boolean isPacked() {
    return wireFormat.isPacked();
  }

  /**
   * The encoding of the documents.
   *
   * @throws IllegalStateException if the format is packed bytes
   */
  DocumentEncoding encoding(Dialect dialect) {
    return switch (this) {
      case BINARY -> throw new IllegalStateException("format 0 has no documents");
      case BSON, BSON_BZ2, BSON_ZLIB -> DocumentEncoding.BSON;
      case MSGPACK, MSGPACK_BZ2, MSGPACK_ZLIB -> DocumentEncoding.messagePack(dialect);
    };
  }

  /**
   * The format with this number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FormatType ofNumber(int number) {
    for (FormatType type : values()) {
      if (type.number() == number) {
        return type;
      }
    }
    throw new IllegalArgumentException("format type " + number);
  }
}
