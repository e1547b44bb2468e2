package org.bbc1.transaction.codec;

import java.util.Arrays;

/** How the content of a serialised transaction is compressed. Source: transaction-format 4.1, 5. */
public enum Compression {
  /** Not at all. */
  NONE {
    @Override
    public byte[] compress(byte[] header, byte[] data, int offset) {
      byte[] wire = Arrays.copyOf(header, header.length + data.length - offset);
      System.arraycopy(data, offset, wire, header.length, data.length - offset);
      return wire;
    }

    @Override
    public byte[] decompress(byte[] data, int offset, int limit) {
      if (data.length - offset > limit) {
        throw new PackedFormatException("content above " + limit + " bytes");
      }
      return Arrays.copyOfRange(data, offset, data.length);
    }
  },
  /** As a zlib stream (RFC 1950). */
  ZLIB {
    @Override
    public byte[] compress(byte[] header, byte[] data, int offset) {
      return Zlib.deflate(header, data, offset);
    }

    @Override
    public byte[] decompress(byte[] data, int offset, int limit) {
      return Zlib.inflate(data, offset, limit);
    }
  },
  /** As one bzip2 stream; level 1 is written. */
  BZIP2 {
    @Override
    public byte[] compress(byte[] header, byte[] data, int offset) {
      return Bzip2.compress(header, data, offset);
    }

    @Override
    public byte[] decompress(byte[] data, int offset, int limit) {
      return Bzip2.decompress(data, offset, limit);
    }
  };

  /** The header, followed by the compressed form of the bytes from {@code offset} to the end. */
  public abstract byte[] compress(byte[] header, byte[] data, int offset);

  /**
   * The content of the stream that starts at {@code offset} and must end exactly at the end of the
   * array, with the right checksum.
   *
   * @param limit largest content in bytes; reading stops there
   * @throws PackedFormatException if the stream is damaged, cut, followed by other bytes or above
   *     the limit
   */
  public abstract byte[] decompress(byte[] data, int offset, int limit);
}
