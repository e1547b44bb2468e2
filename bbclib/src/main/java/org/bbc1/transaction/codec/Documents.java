package org.bbc1.transaction.codec;

import java.util.Arrays;
import org.bbc1.transaction.codec.DocumentValue.Document;

/**
 * Whole documents, as the old formats 1 to 6 serialise transactions and hash their parts. Source:
 * transaction-format sections 5.2 to 5.5 and 11.8.
 */
public final class Documents {

  /**
   * A document that was read.
   *
   * @param encoding in which encoding again gives the bytes that were read
   */
  public record Decoded(Document document, DocumentEncoding encoding) {}

  private Documents() {}

  /**
   * Encodes a document. In BSON, keys that are no text become their text form.
   *
   * @throws PackedFormatException if the encoding cannot say a value, or two keys become one
   */
  public static byte[] encode(Document document, DocumentEncoding encoding) {
    return encode(document, encoding, DocumentValue.MAXIMUM_NESTING);
  }

  /**
   * As {@link #encode(Document, DocumentEncoding)}.
   *
   * @param nesting deepest nesting of lists and maps that is written; the document itself has depth
   *     1
   */
  public static byte[] encode(Document document, DocumentEncoding encoding, int nesting) {
    return switch (encoding) {
      case BSON -> BsonWriting.encode(document, nesting);
      case MSGPACK_RAW -> MessagePackWriting.encode(document, Dialect.RAW, nesting);
      case MSGPACK_BIN -> MessagePackWriting.encode(document, Dialect.BIN, nesting);
    };
  }

  /**
   * Reads a BSON document that fills the array.
   *
   * @param nesting deepest nesting of lists and maps that is read; the document itself has depth 1
   * @throws PackedFormatException if the bytes are not exactly one document, or not as a writer
   *     would write it, or a key occurs twice
   */
  public static Decoded decodeBson(byte[] content, int nesting) {
    return new Decoded(BsonReading.decode(content, nesting), DocumentEncoding.BSON);
  }

  /**
   * Reads a MessagePack document that fills the array, in the dialect of its bytes: the newer one
   * if it holds any value of the bytes family, else the raw one. In a raw document every text or
   * bytes value is given as {@link DocumentValue.Bytes}, because only who knows its field can tell,
   * and keys are given as text.
   *
   * @param nesting deepest nesting of lists and maps that is read; the document itself has depth 1
   * @throws PackedFormatException if the bytes are not exactly one document, or not as a writer of
   *     the dialect would write it, or a key occurs twice
   */
  public static Decoded decodeMessagePack(byte[] content, int nesting) {
    Decoded decoded = MessagePackReading.decodeDocument(content, nesting);
    if (!Arrays.equals(content, encode(decoded.document(), decoded.encoding(), nesting))) {
      throw new PackedFormatException("document is not in canonical form");
    }
    return decoded;
  }
}
