package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.junit.jupiter.api.Test;

/** Each part on its own, packed and as a document. */
class PartFormsTest {

  private final Transaction legacy = LegacySample.of(FormatType.BSON, Dialect.RAW);
  private final Event event = legacy.events().get(0);
  private final Relation relation = legacy.relations().get(0);

  private static <T> void assertPacks(T part, byte[] packed, Function<byte[], T> unpack) {
    assertThat(unpack.apply(packed)).isEqualTo(part);
    assertThatThrownBy(() -> unpack.apply(Arrays.copyOf(packed, packed.length + 1)))
        .isInstanceOf(TransactionFormatException.class);
    assertThatThrownBy(() -> unpack.apply(Arrays.copyOf(packed, packed.length - 1)))
        .isInstanceOf(TransactionFormatException.class);
  }

  private static <T> void assertHasDocument(
      T part, Document document, Function<Document, T> fromDocument) {
    assertThat(fromDocument.apply(document)).isEqualTo(part);
    assertThatThrownBy(() -> fromDocument.apply(Document.EMPTY))
        .isInstanceOf(TransactionFormatException.class);
  }

  @Test
  void everyPartIsUnpackedFromExactlyItsPackedBytes() {
    assertPacks(event, event.pack(), Event::unpack);
    assertPacks(event.asset(), event.asset().pack(), Asset::unpack);
    Reference reference = legacy.references().get(0);
    assertPacks(reference, reference.pack(), Reference::unpack);
    relation.pointers().forEach(pointer -> assertPacks(pointer, pointer.pack(), Pointer::unpack));
    assertPacks(legacy.witness(), legacy.witness().pack(), Witness::unpack);
    assertPacks(legacy.crossRef(), legacy.crossRef().pack(), CrossRef::unpack);
    legacy.signatures().forEach(slot -> assertPacks(slot, slot.pack(), Signature::unpack));
  }

  @Test
  void aRelationIsPackedByTheVersionOfItsTransaction() {
    TestTransactions make = new TestTransactions(67);
    AssetRaw raw = new AssetRaw(make.assetId(), new byte[] {1, 2});
    AssetHash hash = new AssetHash(List.of(make.assetId(), make.assetId()));
    Relation current = new Relation(make.assetGroup(), List.of(), null, raw, hash);
    Relation old = new Relation(make.assetGroup(), relation.pointers(), null, null, null);

    assertPacks(current, current.pack(2), packed -> Relation.unpack(packed, 2));
    assertPacks(old, old.pack(1), packed -> Relation.unpack(packed, 1));
    assertPacks(raw, raw.pack(), AssetRaw::unpack);
    assertPacks(hash, hash.pack(), AssetHash::unpack);
    assertThatThrownBy(() -> current.pack(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(current::toDocument).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPartIsReadFromExactlyItsDocument() {
    assertHasDocument(event, event.toDocument(), Event::fromDocument);
    assertHasDocument(event.asset(), event.asset().toDocument(), Asset::fromDocument);
    assertHasDocument(relation, relation.toDocument(), Relation::fromDocument);
    Reference reference = legacy.references().get(0);
    assertHasDocument(reference, reference.toDocument(), Reference::fromDocument);
    relation
        .pointers()
        .forEach(
            pointer -> assertHasDocument(pointer, pointer.toDocument(), Pointer::fromDocument));
    assertHasDocument(legacy.witness(), legacy.witness().toDocument(), Witness::fromDocument);
    assertHasDocument(legacy.crossRef(), legacy.crossRef().toDocument(), CrossRef::fromDocument);
    legacy
        .signatures()
        .forEach(slot -> assertHasDocument(slot, slot.toDocument(), Signature::fromDocument));
  }

  @Test
  void aSignatureWithoutKeyHasNoDocument() {
    Signature signed = legacy.signatures().get(0);
    Signature keyless = Signature.of(signed.curve(), null, signed.signature());

    assertThatThrownBy(keyless::toDocument).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAssetIdFollowsFromTheContentsByTheRuleOfTheFormat() {
    Asset asset = event.asset();
    AssetId id = asset.assetId();

    assertThat(AssetIdRule.DOCUMENT.idOf(asset, 32)).isEqualTo(id);
    assertThat(AssetIdRule.PACKED.idOf(asset, 32)).isNotEqualTo(id);
    assertThat(AssetIdRule.PACKED_OLD.idOf(asset, 32))
        .isNotEqualTo(AssetIdRule.PACKED.idOf(asset, 32));
  }
}
