package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.MapBodies;
import org.jspecify.annotations.Nullable;

/** A map that is kept as the bytes of its encoding. */
final class EncodedMapBody extends AssetBody {

  private final byte[] bytes;
  // What was encoded here, in which text and bytes are known; null if the bytes were received.
  private final @Nullable Document map;

  private EncodedMapBody(byte[] bytes, @Nullable Document map) {
    requireFits(bytes.length);
    this.bytes = bytes;
    this.map = map;
  }

  static EncodedMapBody encoding(Document map, DocumentEncoding encoding) {
    return new EncodedMapBody(Documents.encode(map, encoding), map);
  }

  /** Refuses what is no canonical map, or nested too deeply. The array is handed over. */
  static EncodedMapBody ofReceived(byte[] bytes, int nesting) {
    MapBodies.decode(bytes, nesting);
    return new EncodedMapBody(bytes, null);
  }

  @Override
  public boolean isMap() {
    return true;
  }

  @Override
  public Document toMap() {
    return map == null ? MapBodies.decode(bytes, DocumentValue.HIGHEST_NESTING) : map;
  }

  @Override
  byte[] bytes() {
    return bytes;
  }

  @Override
  DocumentValue documentValue() {
    return toMap();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedMapBody body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
