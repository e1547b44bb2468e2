package org.bbc1.node.ledger.importer;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code repair_log.json} (configuration-and-tools 3).
 *
 * @param transactionId the transaction, or null if an asset file was repaired
 * @param assetGroupId group of the asset file, or null
 * @param assetId the asset of the file, or null
 * @param requestedAt when it was asked for
 * @param repairedAt when it was done, or null
 * @param repairedBy the node that had the good copy, or null
 * @param outcome text of the line on who repaired, where that is no node
 */
record RepairLogEntry(
    byte @Nullable [] transactionId,
    byte @Nullable [] assetGroupId,
    byte @Nullable [] assetId,
    OffsetDateTime requestedAt,
    @Nullable OffsetDateTime repairedAt,
    byte @Nullable [] repairedBy,
    @Nullable String outcome) {

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Reads a line; empty if it is none of the log. */
  static Optional<RepairLogEntry> parse(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return of(reader.readObject());
    } catch (JsonException | ArithmeticException | DateTimeException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      // no hexadecimal digits
      return Optional.empty();
    }
  }

  private static Optional<RepairLogEntry> of(JsonObject json) {
    byte[] transaction = hex(json, "transaction_id");
    byte[] group = hex(json, "asset_group_id");
    byte[] asset = hex(json, "asset_id");
    OffsetDateTime repairedAt = time(json, "repaired_at");
    OffsetDateTime requestedAt = time(json, "request_at");
    OffsetDateTime noted = requestedAt == null ? repairedAt : requestedAt;
    if (noted == null || (transaction == null && (group == null || asset == null))) {
      return Optional.empty();
    }
    boolean locally = "locally".equals(text(json, "repaired_by"));
    return Optional.of(
        new RepairLogEntry(
            transaction,
            group,
            asset,
            noted,
            repairedAt,
            locally ? null : hex(json, "repaired_by"),
            locally ? "locally" : null));
  }

  private static @Nullable String text(JsonObject json, String key) {
    return json.get(key) instanceof JsonString string ? string.getString() : null;
  }

  private static byte @Nullable [] hex(JsonObject json, String key) {
    String text = text(json, key);
    return text == null || text.isEmpty() ? null : HexFormat.of().parseHex(text);
  }

  /** Unix seconds, whole or with a fraction. */
  private static @Nullable OffsetDateTime time(JsonObject json, String key) {
    if (!(json.get(key) instanceof JsonNumber seconds)) {
      return null;
    }
    BigDecimal millis = seconds.bigDecimalValue().multiply(MILLIS);
    // Compared first, since an exponent of a few digits stands for gigabytes of them.
    if (millis.abs().compareTo(LARGEST) > 0) {
      throw new ArithmeticException("no time: " + seconds);
    }
    return Instant.ofEpochMilli(millis.longValue()).atOffset(ZoneOffset.UTC);
  }
}
