package org.bbc1.transaction.codec;

import java.util.Arrays;
import org.bbc1.transaction.codec.DocumentValue.Document;

/**
 * The encodings a map body of an asset may have: BSON from old writers, MessagePack in two dialects
 * from all others. Source: transaction-format sections 4.2 and 4.3.
 */
public final class MapBodies {

  private MapBodies() {}

  /** Encodes a map as MessagePack. */
  public static byte[] encode(Document document, Dialect dialect) {
    return Documents.encode(document, DocumentEncoding.messagePack(dialect));
  }

  /**
   * Decodes a map body, telling its encoding by its bytes. Where MessagePack does not tell text
   * from bytes, what is valid UTF-8 becomes text.
   *
   * @throws PackedFormatException if the bytes are no map, or not as a writer of the encoding would
   *     write it: another implementation, which encodes again what it has read, would get another
   *     digest
   */
  public static Document decode(byte[] body) {
    return decode(body, DocumentValue.MAXIMUM_NESTING);
  }

  /**
   * As {@link #decode(byte[])}.
   *
   * @param nesting deepest nesting of lists and maps that is read; the map itself has depth 1
   */
  public static Document decode(byte[] body, int nesting) {
    if (BsonReading.looksLike(body)) {
      try {
        return BsonReading.decode(body, nesting);
      } catch (PackedFormatException e) {
        return decodeMessagePack(body, nesting);
      }
    }
    return decodeMessagePack(body, nesting);
  }

  private static Document decodeMessagePack(byte[] body, int nesting) {
    Document document = MessagePackReading.decode(body, nesting);
    if (!Arrays.equals(body, MessagePackWriting.encode(document, Dialect.RAW, nesting))
        && !Arrays.equals(body, MessagePackWriting.encode(document, Dialect.BIN, nesting))) {
      throw new PackedFormatException("map body is not in canonical form");
    }
    return document;
  }
}
