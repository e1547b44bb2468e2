package org.bbc1.transaction;

import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.Zlib;

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
    if (!format.isPacked()) {
      throw new PackedFormatException("wire header " + format.header() + " is not supported");
    }
    if (format == WireFormat.PLAIN) {
      return packed(wire, format, wire, WireFormat.HEADER_SIZE);
    }
    int limit = limits.contentLimit(wire.length - WireFormat.HEADER_SIZE);
    return packed(wire, format, Zlib.inflate(wire, WireFormat.HEADER_SIZE, limit), 0);
  }

  private Transaction packed(byte[] wire, WireFormat format, byte[] array, int offset) {
    PackedReader in = PackedReader.of(array, offset, limits.nesting());
    TransactionParts parts = TransactionParts.read(in);
    in.requireEnd();
    requireCount(parts);
    PackedContent again = parts.pack(array.length - offset);
    PackedContent content = again.within(array, offset);
    if (!content.sameBytes(again)) {
      throw new PackedFormatException("packing again gives other bytes");
    }
    return new Transaction(parts, content, format, wire);
  }

  private void requireCount(TransactionParts parts) {
    if (limits.parts() > 0 && parts.count() > limits.parts()) {
      throw new PackedFormatException("more than " + limits.parts() + " parts");
    }
  }
}
