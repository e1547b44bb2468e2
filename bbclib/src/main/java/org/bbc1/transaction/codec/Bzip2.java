package org.bbc1.transaction.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Bzip2 streams. Source: transaction-format sections 5 and 11. */
final class Bzip2 {

  /** Blocks of 100 000 bytes, as the reference writes them. */
  private static final int LEVEL = 1;

  private static final int CHUNK = 8192;

  private Bzip2() {}

  /** See {@link Compression#decompress}. */
  static byte[] decompress(byte[] data, int offset, int limit) {
    ByteArrayInputStream stream = new ByteArrayInputStream(data, offset, data.length - offset);
    try (BZip2CompressorInputStream in = new BZip2CompressorInputStream(stream)) {
      byte[] content = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new PackedFormatException("bzip2 content above " + limit + " bytes");
      }
      if (stream.available() != 0) {
        throw new PackedFormatException(stream.available() + " bytes after the bzip2 stream");
      }
      return content;
    } catch (PackedFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Damaged tables make the library leave its arrays instead of reporting them.
      throw new PackedFormatException("damaged bzip2 stream", e);
    }
  }

  /** See {@link Compression#compress}. */
  static byte[] compress(byte[] header, byte[] data, int offset) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream(CHUNK);
    stream.writeBytes(header);
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(stream, LEVEL)) {
      out.write(data, offset, data.length - offset);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return stream.toByteArray();
  }
}
