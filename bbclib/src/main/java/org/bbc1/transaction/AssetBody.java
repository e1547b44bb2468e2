package org.bbc1.transaction;

import java.nio.charset.StandardCharsets;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.MapBodies;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.bbc1.transaction.codec.RawTexts;

/**
 * The body of an asset: bytes or a map. A map in a packed transaction was encoded once and is kept
 * as those bytes; in a legacy document it is a part of the document. What is written has at most
 * 65535 bytes; an old document may hold more. Source: transaction-format sections 3.6, 4.3, 5.3.
 */
public abstract sealed class AssetBody permits BytesBody, EncodedMapBody, DocumentMapBody {

  /** Largest body in bytes. */
  public static final int MAXIMUM_SIZE = 0xffff;

  /** No body, which is the same as one of zero bytes. */
  public static final AssetBody NONE = new BytesBody(new byte[0], false);

  /** A body of bytes. */
  public static AssetBody of(byte[] bytes) {
    return ofArray(bytes.clone());
  }

  /** A body of text, kept as its UTF-8 bytes. */
  public static AssetBody of(String text) {
    return ofArray(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A map, encoded in the raw dialect, which every other implementation reads. */
  public static AssetBody of(Document map) {
    return of(map, Dialect.RAW);
  }

  /** A map, encoded in the given dialect. */
  public static AssetBody of(Document map, Dialect dialect) {
    return of(map, DocumentEncoding.messagePack(dialect));
  }

  /** A map in the given encoding; BSON is the one of legacy format 0. */
  public static AssetBody of(Document map, DocumentEncoding encoding) {
    return EncodedMapBody.encoding(map, encoding);
  }

  private static AssetBody ofArray(byte[] bytes) {
    requireFits(bytes.length);
    return bytes.length == 0 ? NONE : new BytesBody(bytes, true);
  }

  /**
   * The body as a legacy document holds it, of whatever size.
   *
   * @param rawDialect whether texts and bytes in the document look alike
   */
  static AssetBody ofDocument(DocumentValue value, boolean rawDialect) {
    if (value instanceof Nil) {
      return NONE;
    }
    if (value instanceof Bytes bytes) {
      return new BytesBody(bytes.value(), true);
    }
    if (value instanceof Document map) {
      return new DocumentMapBody(rawDialect ? RawTexts.guess(map) : map);
    }
    throw new PackedFormatException("asset_body is neither bytes nor a map");
  }

  static void requireFits(int size) {
    if (size > MAXIMUM_SIZE) {
      throw new IllegalArgumentException("body of " + size + " bytes, at most " + MAXIMUM_SIZE);
    }
  }

  /** Whether this is a map. */
  public abstract boolean isMap();

  /** Size in bytes; of a map: of its encoding, see {@link #toByteArray}. */
  public int size() {
    return bytes().length;
  }

  /**
   * The bytes; of a map: its encoding as received or made. The map of a legacy document has none of
   * its own and is given in BSON, which its asset id is computed from.
   */
  public byte[] toByteArray() {
    return bytes().clone();
  }

  /**
   * The map. Text and bytes cannot always be told apart, see {@link MapBodies#decode}.
   *
   * @throws IllegalStateException if this is no map
   */
  public abstract Document toMap();

  /** Not to be changed. */
  abstract byte[] bytes();

  /** The value in a document. */
  abstract DocumentValue documentValue();

  /**
   * The {@code asset_body_size} of documents: bytes, or top-level keys of a map. Source:
   * transaction-format section 5.3.
   */
  int documentSize() {
    return isMap() ? toMap().entries().size() : size();
  }

  static AssetBody read(PackedReader in) {
    int type = in.u2();
    if (type > 1) {
      throw new PackedFormatException("body type " + type);
    }
    byte[] bytes = in.prefixed(0, MAXIMUM_SIZE);
    return type == 0 ? ofArray(bytes) : EncodedMapBody.ofReceived(bytes, in.nesting());
  }

  void write(PackedWriter out) {
    out.u2(isMap() ? 1 : 0);
    out.prefixed(bytes());
  }

  @Override
  public String toString() {
    return (isMap() ? "map of " : "") + size() + " bytes";
  }
}
