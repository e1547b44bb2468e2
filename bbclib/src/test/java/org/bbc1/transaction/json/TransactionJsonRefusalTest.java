package org.bbc1.transaction.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bbc1.transaction.RandomTransactions;
import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.TestTransactions;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionFormatException;
import org.bbc1.transaction.WireFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JSON comes from people and programs; whatever is wrong in it, nothing but a format error may
 * come.
 */
class TransactionJsonRefusalTest {

  private static final Transaction TRANSACTION = new TestTransactions(31).everything();
  private static final JsonObject GOOD = TransactionJson.toJson(TRANSACTION);

  /** What the reader computes by itself. */
  private static final Set<String> DERIVED = Set.of("/transactionId", "/digest", "/baseDigest");

  @Test
  void everyMissingFieldIsRefusedOrMakesAnotherTransaction() {
    for (String pointer : pointers(GOOD, "")) {
      JsonObject changed = Json.createPointer(pointer).remove(GOOD);
      if (DERIVED.contains(pointer)) {
        assertThat(TransactionJson.fromJson(changed)).isEqualTo(TRANSACTION);
      } else if (isSlot(pointer) || pointer.endsWith("/publicKey")) {
        assertThat(TransactionJson.fromJson(changed)).isNotEqualTo(TRANSACTION);
      } else {
        assertRefused(changed, pointer);
      }
    }
  }

  @Test
  void everyFieldOfAnotherTypeIsRefused() {
    List<JsonValue> others =
        List.of(
            JsonValue.TRUE,
            JsonValue.EMPTY_JSON_OBJECT,
            Json.createValue(-1),
            Json.createValue(0.5),
            Json.createValue("not hexadecimal"));
    for (String pointer : pointers(GOOD, "")) {
      for (JsonValue other : others) {
        assertRefused(Json.createPointer(pointer).replace(GOOD, other), pointer);
      }
      if (!isSlot(pointer)) {
        assertRefused(Json.createPointer(pointer).replace(GOOD, JsonValue.NULL), pointer);
      }
    }
  }

  @Test
  void everyUnknownFieldIsRefused() {
    for (String pointer : pointers(GOOD, "")) {
      if (Json.createPointer(pointer).getValue(GOOD) instanceof JsonObject) {
        assertRefused(Json.createPointer(pointer + "/unknown").add(GOOD, JsonValue.NULL), pointer);
      }
    }
    assertRefused(Json.createPointer("/unknown").add(GOOD, JsonValue.NULL), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"transactionId", "digest", "baseDigest"})
  void aWrongIdOrDigestIsRefused(String key) {
    String wrong = "00".repeat(32);
    JsonObject changed = Json.createPointer("/" + key).replace(GOOD, Json.createValue(wrong));
    assertThatThrownBy(() -> TransactionJson.fromJson(changed))
        .isInstanceOf(TransactionFormatException.class)
        .hasMessageContaining(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void anotherIdLengthIsRefusedThoughNothingElseIsSaid(int idLength) {
    JsonObject changed = Json.createPointer("/idLength").replace(GOOD, Json.createValue(idLength));
    assertRefused(changed, "/idLength");
  }

  @Test
  void compressedBytesOfAnotherTransactionAreRefused() {
    TestTransactions make = new TestTransactions(32);
    JsonObject one = TransactionJson.toJson(zlib(make.simple()));
    JsonObject other = TransactionJson.toJson(zlib(make.simple()));
    JsonObject mixed = Json.createPointer("/compressed").replace(one, other.get("compressed"));
    assertThatThrownBy(() -> TransactionJson.fromJson(mixed))
        .isInstanceOf(TransactionFormatException.class);
  }

  @Test
  void withoutCompressedBytesTheContentIsCompressedAnew() {
    Transaction transaction = zlib(new TestTransactions(33).simple());
    JsonObject json = Json.createPointer("/compressed").remove(TransactionJson.toJson(transaction));
    Transaction back = TransactionJson.fromJson(json);
    assertThat(back).isEqualTo(transaction);
    assertThat(back.wireFormat()).isEqualTo(WireFormat.ZLIB);
  }

  @Test
  void limitsHoldForJsonToo() {
    ReadLimits limits = ReadLimits.DEFAULT.withWireBytes(TRANSACTION.serialize().length - 1);
    assertThatThrownBy(() -> TransactionJson.fromJson(GOOD, limits))
        .isInstanceOf(TransactionFormatException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = WireFormat.class,
      names = {"PLAIN", "ZLIB"},
      mode = EnumSource.Mode.EXCLUDE)
  void aDocumentMayLackItsCompressedBytesButNothingElse(WireFormat format) {
    RandomTransactions make = RandomTransactions.withFalseSignatures(34);
    for (int i = 0; i < 20; i++) {
      Transaction transaction = make.next(format);
      JsonObject json = TransactionJson.toJson(transaction);
      JsonObject bare = Json.createObjectBuilder(json).remove("compressed").build();
      Transaction back = TransactionJson.fromJson(bare);
      assertThat(back).isEqualTo(transaction);
      assertThat(back.wireFormat()).isEqualTo(format);
      for (String key : Set.of("format", "dialect", "events", "version", "signatures")) {
        if (json.containsKey(key)) {
          assertRefused(Json.createPointer("/" + key).remove(json), key);
        }
      }
      assertRefused(Json.createObjectBuilder(json).add("dialect", "new").build(), "/dialect");
    }
  }

  private static Transaction zlib(Transaction transaction) {
    return Transaction.read(transaction.serialize(WireFormat.ZLIB));
  }

  private static void assertRefused(JsonObject json, String pointer) {
    assertThatThrownBy(() -> TransactionJson.fromJson(json))
        .as(pointer)
        .isInstanceOf(TransactionFormatException.class);
  }

  private static boolean isSlot(String pointer) {
    return pointer.matches("/signatures/[0-9]+");
  }

  /** Every field and every element, at any depth. */
  private static List<String> pointers(JsonStructure structure, String prefix) {
    List<String> pointers = new ArrayList<>();
    if (structure instanceof JsonObject object) {
      object.forEach((key, value) -> add(pointers, prefix + "/" + key, value));
    } else {
      JsonArray array = structure.asJsonArray();
      for (int i = 0; i < array.size(); i++) {
        add(pointers, prefix + "/" + i, array.get(i));
      }
    }
    return pointers;
  }

  private static void add(List<String> pointers, String pointer, JsonValue value) {
    pointers.add(pointer);
    if (value instanceof JsonStructure structure) {
      pointers.addAll(pointers(structure, pointer));
    }
  }
}
