package org.bbc1.transaction;

import java.util.List;
import java.util.function.Function;
import org.bbc1.id.AssetGroupId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * Assets without a spending rule, with pointers to related transactions. Source: transaction-format
 * section 3.4.
 *
 * @param assetRaw only in transactions of version 2
 * @param assetHash only in transactions of version 2
 */
public record Relation(
    AssetGroupId assetGroupId,
    List<Pointer> pointers,
    @Nullable Asset asset,
    @Nullable AssetRaw assetRaw,
    @Nullable AssetHash assetHash) {

  static final int MINIMAL_SIZE = 3 + 2 + 4;

  /** A private copy of the list. */
  public Relation {
    pointers = List.copyOf(pointers);
  }

  /** A builder for a relation outside of any transaction. */
  public static RelationBuilder builder() {
    return new RelationBuilder(WritingRules.current(IdLengths.configured()));
  }

  /**
   * Reads the packed form.
   *
   * @param version of the transaction, 0 to 2
   * @throws TransactionFormatException if the bytes are not exactly a relation
   */
  public static Relation unpack(byte[] packed, int version) {
    return Unpacking.whole(packed, in -> read(in, version));
  }

  /**
   * The packed form.
   *
   * @param version of the transaction, 0 to 2
   */
  public byte[] pack(int version) {
    return PackedWriter.bytesOf(out -> write(out, version));
  }

  /**
   * Reads the document form.
   *
   * @throws TransactionFormatException if it is not exactly a relation
   */
  public static Relation fromDocument(Document document) {
    return DocumentFields.whole(document, RelationDocuments::read);
  }

  /** The document form, for legacy formats 1 to 6. */
  public Document toDocument() {
    return RelationDocuments.document(this);
  }

  static Relation read(PackedReader in, int version) {
    AssetGroupId group = in.id(AssetGroupId::of);
    List<Pointer> pointers =
        in.list(2 + Pointer.MINIMAL_SIZE, reader -> reader.part(reader.u2(), Pointer::read));
    Asset asset = optional(in, Asset::read);
    AssetRaw raw = version < 2 ? null : optional(in, AssetRaw::read);
    AssetHash hash = version < 2 ? null : optional(in, AssetHash::read);
    return new Relation(group, pointers, asset, raw, hash);
  }

  private static <T> @Nullable T optional(PackedReader in, Function<PackedReader, T> content) {
    long size = in.u4();
    return size == 0 ? null : in.part(size, content);
  }

  void write(PackedWriter out, int version) {
    if (version < 2 && (assetRaw != null || assetHash != null)) {
      throw new IllegalArgumentException("asset_raw and asset_hash need version 2");
    }
    out.prefixed(assetGroupId.toByteArray());
    out.list(pointers, pointer -> out.part2(pointer::write));
    out.part4(
        inner -> {
          if (asset != null) {
            asset.write(inner);
          }
        });
    if (version >= 2) {
      out.part4(
          inner -> {
            if (assetRaw != null) {
              assetRaw.write(inner);
            }
          });
      out.part4(
          inner -> {
            if (assetHash != null) {
              assetHash.write(inner);
            }
          });
    }
  }
}
