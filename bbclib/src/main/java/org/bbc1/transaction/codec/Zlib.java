package org.bbc1.transaction.codec;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Zlib streams (RFC 1950). Source: transaction-format sections 4.1 and 11. */
public final class Zlib {

  private static final int CHUNK = 8192;

  private Zlib() {}

  /**
   * The content of the stream that starts at {@code offset} and must end exactly at the end of the
   * array.
   *
   * @param limit largest content in bytes; inflating stops there
   * @throws PackedFormatException if the stream is damaged, cut, followed by other bytes or above
   *     the limit
   */
  public static byte[] inflate(byte[] data, int offset, int limit) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data, offset, data.length - offset);
      ByteArrayOutputStream content = new ByteArrayOutputStream(Math.min(limit, CHUNK));
      byte[] chunk = new byte[CHUNK];
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        if (count == 0 && !inflater.finished()) {
          throw new PackedFormatException("zlib stream is cut or needs a dictionary");
        }
        if (count > limit - content.size()) {
          throw new PackedFormatException("zlib content above " + limit + " bytes");
        }
        content.write(chunk, 0, count);
      }
      if (inflater.getRemaining() != 0) {
        throw new PackedFormatException(inflater.getRemaining() + " bytes after the zlib stream");
      }
      return content.toByteArray();
    } catch (DataFormatException e) {
      throw new PackedFormatException("damaged zlib stream", e);
    } finally {
      inflater.end();
    }
  }

  /** A zlib stream of the bytes from {@code offset} to the end, after {@code header}. */
  public static byte[] deflate(byte[] header, byte[] data, int offset) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(data, offset, data.length - offset);
      deflater.finish();
      ByteArrayOutputStream stream = new ByteArrayOutputStream(CHUNK);
      stream.writeBytes(header);
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        stream.write(chunk, 0, deflater.deflate(chunk));
      }
      return stream.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
