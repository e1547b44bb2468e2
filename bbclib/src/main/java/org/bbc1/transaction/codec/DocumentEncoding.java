package org.bbc1.transaction.codec;

/**
 * The encodings of a {@link DocumentValue.Document}: whole transactions of the old formats 1 to 6,
 * and map bodies. Source: transaction-format sections 4.3, 5.4 and 5.5.
 */
public enum DocumentEncoding {
  /** BSON with 0x11 as unsigned 64-bit integer. */
  BSON,
  /** MessagePack in which text and bytes share one family. */
  MSGPACK_RAW,
  /** MessagePack in which text and bytes have families of their own. */
  MSGPACK_BIN;

  /** MessagePack in the given dialect. */
  public static DocumentEncoding messagePack(Dialect dialect) {
    return dialect == Dialect.RAW ? MSGPACK_RAW : MSGPACK_BIN;
  }
}
