package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;

/**
 * An asset whose id the caller supplies; it is neither computed nor checked. Source:
 * transaction-format section 3.7.
 *
 * @param body 0 to 65535 bytes; empty = no body
 */
public record AssetRaw(AssetId assetId, byte[] body) {

  /** A private copy of the body. */
  public AssetRaw {
    Numbers.requireU2(body.length, "body size");
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /**
   * Reads the packed form.
   *
   * @throws TransactionFormatException if the bytes are not exactly a raw asset
   */
  public static AssetRaw unpack(byte[] packed) {
    return Unpacking.whole(packed, AssetRaw::read);
  }

  /** The packed form. */
  public byte[] pack() {
    return PackedWriter.bytesOf(this::write);
  }

  static AssetRaw read(PackedReader in) {
    return new AssetRaw(in.id(AssetId::of), in.prefixed(0, 0xffff));
  }

  void write(PackedWriter out) {
    out.prefixed(assetId.toByteArray());
    out.prefixed(body);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssetRaw raw
        && assetId.equals(raw.assetId)
        && Arrays.equals(body, raw.body);
  }

  @Override
  public int hashCode() {
    return assetId.hashCode() * 31 + Arrays.hashCode(body);
  }

  @Override
  public String toString() {
    return "AssetRaw[" + assetId + ", " + body.length + " bytes]";
  }
}
