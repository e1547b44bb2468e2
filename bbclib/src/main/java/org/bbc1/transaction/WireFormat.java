package org.bbc1.transaction;

import org.bbc1.transaction.codec.Compression;
import org.bbc1.transaction.codec.PackedFormatException;

/**
 * Form of a serialised transaction, told by its 2-byte header. The numbers 1 to 6 are the legacy
 * formats whose content is a document; legacy format 0 shares the header of {@link #PLAIN}. Source:
 * transaction-format sections 4.1 and 5.
 */
public enum WireFormat {
  /** Header 0x0000: the packed bytes follow. */
  PLAIN(0x0000, Compression.NONE),
  /** Header 0x0010: a zlib stream of the packed bytes follows. */
  ZLIB(0x0010, Compression.ZLIB),
  /** Header 1: a BSON document follows. */
  BSON(1, Compression.NONE),
  /** Header 2: a bzip2 stream of a BSON document follows. */
  BSON_BZ2(2, Compression.BZIP2),
  /** Header 3: a zlib stream of a BSON document follows. */
  BSON_ZLIB(3, Compression.ZLIB),
  /** Header 4: a MessagePack document follows. */
  MSGPACK(4, Compression.NONE),
  /** Header 5: a bzip2 stream of a MessagePack document follows. */
  MSGPACK_BZ2(5, Compression.BZIP2),
  /** Header 6: a zlib stream of a MessagePack document follows. */
  MSGPACK_ZLIB(6, Compression.ZLIB);

  /** Size of the header in bytes. */
  public static final int HEADER_SIZE = 2;

  private final int header;
  private final Compression compression;

  WireFormat(int header, Compression compression) {
    this.header = header;
    this.compression = compression;
  }

  /** The number in the wire header. */
  public int header() {
    return header;
  }

  /** Whether the content is packed bytes, as opposed to a document. */
  public boolean isPacked() {
    return this == PLAIN || this == ZLIB;
  }

  /** Whether the content is compressed. */
  public boolean isCompressed() {
    return compression != Compression.NONE;
  }

  /** How the content is compressed. */
  Compression compression() {
    return compression;
  }

  /** Header and content, compressed as the format demands. */
  byte[] serialize(byte[] array, int offset) {
    byte[] headerBytes = {(byte) header, (byte) (header >> 8)};
    return compression.compress(headerBytes, array, offset);
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
