package org.bbc1.transaction;

import org.bbc1.transaction.codec.PackedFormatException;

/**
 * Form of a serialised transaction, told by its 2-byte header. Source: transaction-format section
 * 4.1.
 */
public enum WireFormat {
  /** Header 0x0000: the packed bytes follow. */
  PLAIN(0x0000),
  /** Header 0x0010: a zlib stream of the packed bytes follows. */
  ZLIB(0x0010);

  static final int HEADER_SIZE = 2;

  private final int header;

  WireFormat(int header) {
    this.header = header;
  }

  /** The number in the wire header. */
  public int header() {
    return header;
  }

  byte[] headerBytes() {
    return new byte[] {(byte) header, (byte) (header >> 8)};
  }

  static WireFormat ofHeader(int header) {
    for (WireFormat format : values()) {
      if (format.header == header) {
        return format;
      }
    }
    throw new PackedFormatException(String.format("wire header 0x%04x is not supported", header));
  }
}
