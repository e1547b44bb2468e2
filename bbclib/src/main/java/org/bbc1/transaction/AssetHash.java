package org.bbc1.transaction;

import java.util.List;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;

/** Asset ids without contents, possibly none. Source: transaction-format section 3.8. */
public record AssetHash(List<AssetId> assetIds) {

  /** All ids have one length. */
  public AssetHash {
    assetIds = List.copyOf(assetIds);
    Numbers.requireOneLength(assetIds, "asset ids");
  }

  /**
   * Reads the packed form.
   *
   * @throws TransactionFormatException if the bytes are not exactly a list of asset ids
   */
  public static AssetHash unpack(byte[] packed) {
    return Unpacking.whole(packed, AssetHash::read);
  }

  /** The packed form. */
  public byte[] pack() {
    return PackedWriter.bytesOf(this::write);
  }

  static AssetHash read(PackedReader in) {
    return new AssetHash(in.list(3, reader -> reader.id(AssetId::of)));
  }

  void write(PackedWriter out) {
    out.list(assetIds, id -> out.prefixed(id.toByteArray()));
  }
}
