package org.bbc1.transaction;

import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction is written. The form belongs to the transaction: it decides the id. Source:
 * transaction-format sections 4 and 5.
 */
sealed interface TransactionForm {

  /** The form on the wire. */
  WireFormat wireFormat();

  /** The legacy format; null if it is the current one or is not known to be a legacy one. */
  @Nullable FormatType formatType();

  /** The parts, encoded. */
  Content content(TransactionParts parts);

  /**
   * The current format, or header 0x0000 as read, which does not tell.
   *
   * @throws IllegalArgumentException if the format is one of documents
   */
  static TransactionForm current(WireFormat format) {
    if (!format.isPacked()) {
      throw new IllegalArgumentException(format + " is a legacy format");
    }
    return new Current(format);
  }

  /**
   * A legacy format.
   *
   * @param dialect counts in MessagePack formats only
   */
  static TransactionForm legacy(FormatType type, Dialect dialect) {
    return type.isPacked()
        ? new LegacyBinary()
        : new LegacyDocument(type, type.encoding(dialect), DocumentValue.MAXIMUM_NESTING);
  }

  /** The current format. */
  record Current(WireFormat wireFormat) implements TransactionForm {

    @Override
    public @Nullable FormatType formatType() {
      return null;
    }

    @Override
    public Content content(TransactionParts parts) {
      return parts.packNew();
    }
  }

  /** Legacy format 0, built as such. */
  record LegacyBinary() implements TransactionForm {

    @Override
    public WireFormat wireFormat() {
      return WireFormat.PLAIN;
    }

    @Override
    public FormatType formatType() {
      return FormatType.BINARY;
    }

    @Override
    public Content content(TransactionParts parts) {
      return parts.packNew();
    }
  }

  /**
   * Legacy formats 1 to 6.
   *
   * @param nesting deepest nesting of lists and maps
   */
  record LegacyDocument(FormatType formatType, DocumentEncoding encoding, int nesting)
      implements TransactionForm {

    @Override
    public WireFormat wireFormat() {
      return formatType.wireFormat();
    }

    @Override
    public Content content(TransactionParts parts) {
      return new DocumentContent(parts, encoding, nesting);
    }
  }
}
