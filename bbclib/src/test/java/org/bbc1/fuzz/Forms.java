package org.bbc1.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Makes serialised forms of contents, independently of the library. */
final class Forms {

  static final int HEADER_SIZE = 2;

  /** Compressed content may be this many times as large as its stream, or as large as the floor. */
  private static final long RATIO = 100;

  private static final long FLOOR = 1 << 20;

  /** Length whose multiple covers the tables of a reader of bzip2, 5 bytes per byte of a block. */
  static final long BZIP2_MEMORY = 1 << 17;

  private Forms() {}

  static byte[] withHeader(int header, byte[] content) {
    byte[] wire = new byte[HEADER_SIZE + content.length];
    wire[0] = (byte) header;
    wire[1] = (byte) (header >> 8);
    System.arraycopy(content, 0, wire, HEADER_SIZE, content.length);
    return wire;
  }

  static byte[] zlib(byte[] content) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(stream)) {
      out.write(content);
    }
    return stream.toByteArray();
  }

  static byte[] bzip2(byte[] content) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(stream, 1)) {
      out.write(content);
    }
    return stream.toByteArray();
  }

  /** Bytes to which so many compressed ones may grow. */
  static long largestContent(long length) {
    return Math.max(FLOOR, RATIO * length);
  }
}
