package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionFormatException;
import org.bbc1.transaction.json.TransactionJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON view of a transaction, read back. */
class JsonFuzzTest {

  /** A JSON text becomes a tree of strings, then parts, then bytes that are read once more. */
  private static final long FACTOR = 512;

  static Stream<byte[]> seeds() {
    return Seeds.transactions(0x0000, 0x0010, 1, 4, 6)
        .map(JsonFuzzTest::json)
        .filter(Objects::nonNull);
  }

  private static byte @Nullable [] json(byte[] wire) {
    try {
      String text = TransactionJson.toJson(Transaction.read(wire)).toString();
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (TransactionFormatException damagedSeed) {
      return null;
    }
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] text) throws Exception {
    JsonObject json = parse(new String(text, StandardCharsets.UTF_8));
    if (json == null) {
      return;
    }
    Transaction transaction;
    try {
      transaction =
          Allocation.bounded(
              Forms.largestContent(text.length) + Forms.BZIP2_MEMORY,
              FACTOR,
              () -> TransactionJson.fromJson(json));
    } catch (TransactionFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(Transaction.read(transaction.serialize())).isEqualTo(transaction);
    JsonObject again = TransactionJson.toJson(transaction);
    assertThat(TransactionJson.fromJson(again).serialize()).isEqualTo(transaction.serialize());
  }

  private static @Nullable JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | NumberFormatException noJson) {
      return null;
    }
  }
}
