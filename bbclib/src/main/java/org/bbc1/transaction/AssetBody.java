package org.bbc1.transaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.MapBodies;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;

/**
 * The body of an asset: bytes, or a map that was encoded once and is kept as those bytes. At most
 * 65535 bytes. Source: transaction-format section 3.6.
 */
public final class AssetBody {

  /** Largest body in bytes. */
  public static final int MAXIMUM_SIZE = 0xffff;

  /** No body, which is the same as one of zero bytes. */
  public static final AssetBody NONE = new AssetBody(false, new byte[0]);

  private final boolean map;
  private final byte[] bytes;

  private AssetBody(boolean map, byte[] bytes) {
    if (bytes.length > MAXIMUM_SIZE) {
      throw new IllegalArgumentException(
          "body of " + bytes.length + " bytes, at most " + MAXIMUM_SIZE);
    }
    this.map = map;
    this.bytes = bytes;
  }

  /** A body of bytes. */
  public static AssetBody of(byte[] bytes) {
    return new AssetBody(false, bytes.clone());
  }

  /** A body of text, kept as its UTF-8 bytes. */
  public static AssetBody of(String text) {
    return new AssetBody(false, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A map, encoded in the raw dialect, which every other implementation reads. */
  public static AssetBody of(Document map) {
    return of(map, Dialect.RAW);
  }

  /** A map, encoded in the given dialect. */
  public static AssetBody of(Document map, Dialect dialect) {
    return new AssetBody(true, MapBodies.encode(map, dialect));
  }

  /** Whether this is an encoded map. */
  public boolean isMap() {
    return map;
  }

  /** Size in bytes; of a map: of its encoding. */
  public int size() {
    return bytes.length;
  }

  /** The bytes; of a map: its encoding as received or made. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /**
   * The map. Text and bytes cannot always be told apart, see {@link MapBodies#decode}.
   *
   * @throws IllegalStateException if this is no map
   */
  public Document toMap() {
    if (!map) {
      throw new IllegalStateException("the body is no map");
    }
    return MapBodies.decode(bytes, DocumentValue.HIGHEST_NESTING);
  }

  static AssetBody read(PackedReader in) {
    int type = in.u2();
    if (type > 1) {
      throw new PackedFormatException("body type " + type);
    }
    byte[] bytes = in.prefixed(0, MAXIMUM_SIZE);
    if (type == 1) {
      MapBodies.decode(bytes, in.nesting());
    }
    return type == 0 && bytes.length == 0 ? NONE : new AssetBody(type == 1, bytes);
  }

  void write(PackedWriter out) {
    out.u2(map ? 1 : 0);
    out.prefixed(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssetBody body && map == body.map && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes) * 31 + Boolean.hashCode(map);
  }

  @Override
  public String toString() {
    return (map ? "map of " : "") + bytes.length + " bytes";
  }
}
