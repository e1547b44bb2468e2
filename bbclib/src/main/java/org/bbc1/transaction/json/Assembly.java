package org.bbc1.transaction.json;

import java.util.Arrays;
import org.bbc1.transaction.FormatType;
import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.WireFormat;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedWriter;

/**
 * Puts the serialised form of a transaction together and lets the strict reader judge it. Source:
 * transaction-format section 4.
 */
record Assembly(JsonFields fields, ReadLimits limits) {

  Transaction transaction() {
    WireFormat format = FormatNames.format(fields.text("format"));
    byte[] content = format.isPacked() ? packed() : document(format);
    if (fields.has("compressed")) {
      return compressed(format, content);
    }
    Transaction bare = Transaction.read(wire(withoutCompression(format), content), limits);
    return bare.wireFormat() == format ? bare : Transaction.read(compress(bare, format), limits);
  }

  private Transaction compressed(WireFormat format, byte[] content) {
    Transaction transaction = Transaction.read(wire(format, fields.base64("compressed")), limits);
    if (!Arrays.equals(content, transaction.content())) {
      throw new PackedFormatException("the compressed form is that of another transaction");
    }
    return transaction;
  }

  private byte[] packed() {
    return new PackedAssembly(fields, limits.nesting()).content();
  }

  private byte[] document(WireFormat format) {
    DocumentEncoding encoding =
        withoutCompression(format) == WireFormat.BSON
            ? DocumentEncoding.BSON
            : DocumentEncoding.messagePack(FormatNames.dialect(fields.text("dialect")));
    return new DocumentAssembly(fields, encoding, limits.nesting()).content();
  }

  private static byte[] compress(Transaction bare, WireFormat format) {
    Dialect dialect = bare.dialect();
    return format.isPacked()
        ? bare.serialize(format)
        : bare.withFormatType(
                FormatType.ofNumber(format.header()), dialect == null ? Dialect.RAW : dialect)
            .serialize();
  }

  private static WireFormat withoutCompression(WireFormat format) {
    return switch (format) {
      case PLAIN, ZLIB -> WireFormat.PLAIN;
      case BSON, BSON_BZ2, BSON_ZLIB -> WireFormat.BSON;
      case MSGPACK, MSGPACK_BZ2, MSGPACK_ZLIB -> WireFormat.MSGPACK;
    };
  }

  private static byte[] wire(WireFormat format, byte[] content) {
    PackedWriter out = new PackedWriter(WireFormat.HEADER_SIZE + content.length);
    out.u2(format.header());
    out.bytes(content);
    return out.toByteArray();
  }
}
