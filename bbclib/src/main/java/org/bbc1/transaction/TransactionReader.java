package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.Documents.Decoded;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;

/**
 * Reads serialised transactions, all or nothing. Source: transaction-format sections 4, 5 and 11.
 */
final class TransactionReader {

  private final ReadLimits limits;

  TransactionReader(ReadLimits limits) {
    this.limits = limits;
  }

  Transaction read(byte[] received) {
    if (received.length > limits.wireBytes()) {
      throw new PackedFormatException(received.length + " bytes, at most " + limits.wireBytes());
    }
    byte[] wire = received.clone();
    WireFormat format = WireFormat.ofHeader(PackedReader.of(wire).u2());
    return format.isPacked() ? packed(wire, format) : document(wire, format);
  }

  private Transaction packed(byte[] wire, WireFormat format) {
    boolean plain = format == WireFormat.PLAIN;
    byte[] array = plain ? wire : decompress(wire, format);
    int offset = plain ? WireFormat.HEADER_SIZE : 0;
    PackedReader in = PackedReader.of(array, offset, limits.nesting());
    TransactionParts parts = TransactionParts.read(in);
    in.requireEnd();
    requireCount(parts);
    PackedContent again = parts.pack(array.length - offset);
    PackedContent content = again.within(array, offset);
    if (!content.sameBytes(again)) {
      throw new PackedFormatException("packing again gives other bytes");
    }
    return new Transaction(parts, TransactionForm.current(format), content, wire);
  }

  private Transaction document(byte[] wire, WireFormat format) {
    FormatType type = FormatType.ofNumber(format.header());
    byte[] bytes = decompress(wire, format);
    Decoded decoded = decode(bytes, type);
    boolean raw = decoded.encoding() == DocumentEncoding.MSGPACK_RAW;
    TransactionParts parts =
        DocumentFields.read(decoded.document(), raw, TransactionDocuments::read);
    requireCount(parts);
    TransactionForm form =
        new TransactionForm.LegacyDocument(type, decoded.encoding(), limits.nesting());
    Content content = form.content(parts);
    if (!Arrays.equals(bytes, content.bytes())) {
      throw new PackedFormatException("encoding again gives other bytes");
    }
    return new Transaction(parts, form, content, wire);
  }

  private Decoded decode(byte[] bytes, FormatType type) {
    return type.encoding(Dialect.RAW) == DocumentEncoding.BSON
        ? Documents.decodeBson(bytes, limits.nesting())
        : Documents.decodeMessagePack(bytes, limits.nesting());
  }

  private byte[] decompress(byte[] wire, WireFormat format) {
    int size = wire.length - WireFormat.HEADER_SIZE;
    int limit = format.isCompressed() ? limits.contentLimit(size) : size;
    return format.compression().decompress(wire, WireFormat.HEADER_SIZE, limit);
  }

  private void requireCount(TransactionParts parts) {
    if (limits.parts() > 0 && parts.count() > limits.parts()) {
      throw new PackedFormatException("more than " + limits.parts() + " parts");
    }
  }
}
