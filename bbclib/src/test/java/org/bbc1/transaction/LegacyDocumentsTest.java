package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents that are not quite one of a transaction, and odd ones that are. */
class LegacyDocumentsTest {

  private static final Transaction SAMPLE = LegacySample.of(FormatType.BSON, Dialect.RAW);

  private static Document document(DocumentEncoding encoding) {
    return encoding == DocumentEncoding.BSON
        ? Documents.decodeBson(SAMPLE.content(), DocumentValue.MAXIMUM_NESTING).document()
        : Documents.decodeMessagePack(
                LegacySample.of(FormatType.MSGPACK, dialect(encoding)).content(),
                DocumentValue.MAXIMUM_NESTING)
            .document();
  }

  private static Dialect dialect(DocumentEncoding encoding) {
    return encoding == DocumentEncoding.MSGPACK_BIN ? Dialect.BIN : Dialect.RAW;
  }

  private static Transaction read(DocumentValue document, DocumentEncoding encoding) {
    byte[] content = Documents.encode((Document) document, encoding);
    FormatType type = encoding == DocumentEncoding.BSON ? FormatType.BSON : FormatType.MSGPACK;
    return Transaction.read(type.wireFormat().serialize(content, 0));
  }

  private static void assertRefused(DocumentValue document, DocumentEncoding encoding) {
    assertThatThrownBy(() -> read(document, encoding))
        .isInstanceOf(TransactionFormatException.class);
  }

  /** All variants of a value in which one place is changed; map bodies are left alone. */
  private static Stream<DocumentValue> variants(
      DocumentValue value, Function<DocumentValue, Stream<DocumentValue>> change) {
    return Stream.concat(change.apply(value), within(value, change));
  }

  private static Stream<DocumentValue> within(
      DocumentValue value, Function<DocumentValue, Stream<DocumentValue>> change) {
    List<DocumentValue> all = new ArrayList<>();
    if (value instanceof Items items) {
      for (int i = 0; i < items.values().size(); i++) {
        int place = i;
        variants(items.values().get(i), change)
            .forEach(variant -> all.add(new Items(replaced(items.values(), place, variant))));
      }
    } else if (value instanceof Document map) {
      for (int i = 0; i < map.entries().size(); i++) {
        int place = i;
        DocumentValue key = map.entries().get(i).getKey();
        if (!key.equals(new Text("asset_body"))) {
          variants(map.entries().get(i).getValue(), change)
              .forEach(
                  variant ->
                      all.add(
                          new Document(replaced(map.entries(), place, Map.entry(key, variant)))));
        }
      }
    }
    return all.stream();
  }

  private static <T> List<T> replaced(List<T> list, int place, T value) {
    List<T> copy = new ArrayList<>(list);
    copy.set(place, value);
    return copy;
  }

  private static Stream<DocumentValue> otherStructures(DocumentValue value) {
    List<DocumentValue> all = new ArrayList<>();
    if (value instanceof Document map) {
      List<Map.Entry<DocumentValue, DocumentValue>> more = new ArrayList<>(map.entries());
      more.add(Map.entry(new Text("more"), new Nil()));
      all.add(new Document(more));
      for (int i = 0; i < map.entries().size(); i++) {
        List<Map.Entry<DocumentValue, DocumentValue>> less = new ArrayList<>(map.entries());
        Map.Entry<DocumentValue, DocumentValue> entry = less.remove(i);
        all.add(new Document(less));
        all.add(
            new Document(
                replaced(map.entries(), i, Map.entry(new Text("renamed"), entry.getValue()))));
        if (i > 0) {
          List<Map.Entry<DocumentValue, DocumentValue>> swapped = new ArrayList<>(map.entries());
          Collections.swap(swapped, i - 1, i);
          all.add(new Document(swapped));
        }
      }
    }
    return all.stream();
  }

  private static Stream<DocumentValue> otherTypes(DocumentValue value) {
    return Stream.of(new Bool(true), Int.of(-1), new Items(List.of(new Nil())), Document.EMPTY);
  }

  @ParameterizedTest
  @EnumSource(DocumentEncoding.class)
  void everyMissingAddedRenamedOrMovedKeyIsRefused(DocumentEncoding encoding) {
    List<DocumentValue> variants =
        variants(document(encoding), LegacyDocumentsTest::otherStructures).toList();

    assertThat(variants).hasSizeGreaterThan(100);
    variants.forEach(variant -> assertRefused(variant, encoding));
  }

  @ParameterizedTest
  @EnumSource(DocumentEncoding.class)
  void everyValueOfAnotherTypeIsRefused(DocumentEncoding encoding) {
    List<DocumentValue> variants =
        within(document(encoding), LegacyDocumentsTest::otherTypes).toList();

    assertThat(variants).hasSizeGreaterThan(100);
    variants.forEach(variant -> assertRefused(variant, encoding));
  }

  @Test
  void textInPlaceOfBytesIsRefusedWhereTheEncodingTellsThem() {
    for (DocumentEncoding encoding : List.of(DocumentEncoding.BSON, DocumentEncoding.MSGPACK_BIN)) {
      within(
              document(encoding),
              value -> value instanceof Bytes ? Stream.of(new Text("text")) : Stream.of())
          .forEach(variant -> assertRefused(variant, encoding));
    }
  }

  @Test
  void aBodyThatIsNeitherBytesNorMapIsRefused() {
    for (DocumentValue body : List.of(Int.of(1), new Bool(false), new Items(List.of()))) {
      assertRefused(withEventAssetField("asset_body", body), DocumentEncoding.BSON);
    }
  }

  @Test
  void numbersBeyondTheirFieldsAreRefused() {
    assertRefused(withHeaderField("version", 3), DocumentEncoding.BSON);
    assertRefused(withHeaderField("id_length", 0), DocumentEncoding.BSON);
    assertRefused(withHeaderField("id_length", 33), DocumentEncoding.BSON);
    assertRefused(withEventAssetField("asset_file_size", Int.of(1L << 32)), DocumentEncoding.BSON);
    assertRefused(withEventAssetField("asset_body_size", Int.of(1L << 31)), DocumentEncoding.BSON);
    assertRefused(
        withEventAssetField("asset_file_digest", new Bytes(new byte[33])), DocumentEncoding.BSON);
    assertRefused(withEventAssetField("asset_file_digest", new Nil()), DocumentEncoding.BSON);
    assertRefused(withEventAssetField("nonce", new Bytes(new byte[65])), DocumentEncoding.BSON);
  }

  @Test
  void aTransactionIdMayBeShorterThanTheOtherIds() {
    Transaction read = read(withHeaderField("id_length", 7), DocumentEncoding.BSON);

    assertThat(read.transactionId().length()).isEqualTo(7);
  }

  /** The reference counts characters of a text; the number is hashed and must stay. */
  @Test
  void aBodySizeIsKeptAsStated() {
    Transaction read =
        read(withEventAssetField("asset_body_size", Int.of(2)), DocumentEncoding.BSON);

    Asset asset = read.events().get(0).asset();
    assertThat(asset.documentBodySize()).isEqualTo(2);
    assertThat(asset.body().size()).isEqualTo(4);
    assertThat(asset).isNotEqualTo(SAMPLE.events().get(0).asset());
    assertThat(read.transactionId()).isNotEqualTo(SAMPLE.transactionId());
    assertThat(Asset.fromDocument(asset.toDocument())).isEqualTo(asset);
  }

  /** The packed form has one way to say that there is no body, documents have two. */
  @Test
  void anEmptyBodyStaysApartFromNone() {
    Transaction empty =
        read(withEventAssetField("asset_body", new Bytes(new byte[0])), DocumentEncoding.BSON);
    Transaction none = read(withEventAssetField("asset_body", new Nil()), DocumentEncoding.BSON);

    assertThat(empty.events().get(0).asset().body().size()).isZero();
    assertThat(empty.events().get(0).asset().body()).isNotEqualTo(AssetBody.NONE);
    assertThat(none.events().get(0).asset().body()).isEqualTo(AssetBody.NONE);
    assertThat(empty.transactionId()).isNotEqualTo(none.transactionId());
  }

  @Test
  void aDigestOfAnEmptyFileIsKept() {
    Transaction read =
        read(withEventAssetField("asset_file_size", Int.of(0)), DocumentEncoding.BSON);

    assertThat(read.events().get(0).asset().fileSize()).isZero();
    assertThat(read.events().get(0).asset().fileDigest()).hasSize(32);
  }

  @Test
  void anEventWithoutAssetIsReadFromADocumentButCannotBePacked() {
    Document event = SAMPLE.events().get(0).toDocument();
    Event read = Event.fromDocument(with(event, "asset", new Nil()));

    assertThat(read.asset()).isNull();
    assertThatThrownBy(read::pack).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moreOptionApproversThanAnnouncedAreRefused() {
    Document event = SAMPLE.events().get(0).toDocument();

    assertThatThrownBy(
            () -> Event.fromDocument(with(event, "option_approver_num_denominator", Int.of(1))))
        .isInstanceOf(TransactionFormatException.class);
  }

  @Test
  void aWitnessWithoutSlotIsRefused() {
    Document witness = SAMPLE.witness().toDocument();

    assertThatThrownBy(
            () -> Witness.fromDocument(with(witness, "sig_indices", new Items(List.of(Int.of(0))))))
        .isInstanceOf(TransactionFormatException.class);
  }

  private static Document withHeaderField(String key, long value) {
    Document whole = document(DocumentEncoding.BSON);
    Document base = (Document) field(whole, "transaction_base");
    Document header = (Document) field(base, "header");
    return with(whole, "transaction_base", with(base, "header", with(header, key, Int.of(value))));
  }

  private static Document withEventAssetField(String key, DocumentValue value) {
    Document whole = document(DocumentEncoding.BSON);
    Document base = (Document) field(whole, "transaction_base");
    Document event = (Document) ((Items) field(base, "events")).values().get(0);
    Document asset = with((Document) field(event, "asset"), key, value);
    Items events = new Items(List.of(with(event, "asset", asset)));
    return with(whole, "transaction_base", with(base, "events", events));
  }

  private static DocumentValue field(Document document, String key) {
    return document.entries().get(place(document, key)).getValue();
  }

  private static Document with(Document document, String key, DocumentValue value) {
    return new Document(
        replaced(document.entries(), place(document, key), Map.entry(new Text(key), value)));
  }

  private static int place(Document document, String key) {
    return document.entries().stream().map(Map.Entry::getKey).toList().indexOf(new Text(key));
  }
}
