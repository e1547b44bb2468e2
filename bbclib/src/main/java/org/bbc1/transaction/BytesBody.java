package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Nil;

/** A body of bytes, or none. */
final class BytesBody extends AssetBody {

  private final byte[] bytes;
  // Documents tell an absent body from an empty one.
  private final boolean present;

  /** The array is handed over. To be called by {@link AssetBody} only, which is loaded first. */
  BytesBody(byte[] bytes, boolean present) {
    this.bytes = bytes;
    this.present = present;
  }

  @Override
  public boolean isMap() {
    return false;
  }

  @Override
  public Document toMap() {
    throw new IllegalStateException("the body is no map");
  }

  @Override
  byte[] bytes() {
    return bytes;
  }

  @Override
  DocumentValue documentValue() {
    return present ? new Bytes(bytes) : Nil.INSTANCE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BytesBody body
        && present == body.present
        && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
