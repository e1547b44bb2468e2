package org.bbc1.transaction.codec;

/** The two MessagePack dialects of map bodies. Source: transaction-format section 4.3. */
public enum Dialect {
  /**
   * Old specification: text and bytes share one family and cannot be told apart. The default for
   * writing.
   */
  RAW,
  /** Text and bytes have families of their own. */
  BIN
}
