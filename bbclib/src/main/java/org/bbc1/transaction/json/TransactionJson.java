package org.bbc1.transaction.json;

import static org.bbc1.transaction.json.PartsToJson.hex;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Base64;
import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionFormatException;
import org.bbc1.transaction.WireFormat;
import org.bbc1.transaction.codec.PackedFormatException;

/**
 * A transaction in JSON, for people and for REST, and back without loss. Needs an implementation of
 * JSON-P (Jakarta JSON Processing) at run time. The schema is in {@code docs/transaction-json.md}.
 */
public final class TransactionJson {

  private TransactionJson() {}

  /** The JSON of a transaction in any format. */
  public static JsonObject toJson(Transaction transaction) {
    PartsToJson parts = new PartsToJson(!transaction.wireFormat().isPacked());
    JsonObjectBuilder json =
        Values.object()
            .add("transactionId", transaction.transactionId().toHex())
            .add("format", FormatNames.of(transaction.wireFormat()));
    if (transaction.dialect() != null) {
      json.add("dialect", FormatNames.of(transaction.dialect()));
    }
    json.add("version", transaction.version())
        .add("timestamp", transaction.timestamp())
        .add("idLength", transaction.transactionId().length())
        .add("digest", hex(transaction.digest()))
        .add("baseDigest", hex(transaction.baseDigest()))
        .add("events", PartsToJson.list(transaction.events(), parts::event))
        .add("references", PartsToJson.list(transaction.references(), PartsToJson::reference))
        .add("relations", PartsToJson.list(transaction.relations(), parts::relation));
    if (transaction.witness() != null) {
      json.add("witness", PartsToJson.witness(transaction.witness()));
    }
    if (transaction.crossRef() != null) {
      json.add("crossRef", PartsToJson.crossRef(transaction.crossRef()));
    }
    json.add("signatures", PartsToJson.signatures(transaction.signatures()));
    if (transaction.wireFormat().isCompressed()) {
      json.add("compressed", compressed(transaction));
    }
    return json.build();
  }

  /** The compressed stream, since others may compress in another way than this library. */
  private static String compressed(Transaction transaction) {
    byte[] wire = transaction.serialize();
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(wire, WireFormat.HEADER_SIZE, wire.length));
  }

  /**
   * The transaction of a JSON that {@link #toJson} has made or that has the same fields, under the
   * default limits.
   *
   * @throws TransactionFormatException if a field is missing, not known or of the wrong type, if
   *     what results is no transaction, or if id or digests are others than those of the contents
   */
  public static Transaction fromJson(JsonObject json) {
    return fromJson(json, ReadLimits.DEFAULT);
  }

  /** As {@link #fromJson(JsonObject)}, under these limits for the serialised form. */
  public static Transaction fromJson(JsonObject json, ReadLimits limits) {
    try {
      return JsonFields.read(json, "transaction", fields -> read(fields, limits));
    } catch (TransactionFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new TransactionFormatException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Transaction read(JsonFields fields, ReadLimits limits) {
    Transaction transaction = new Assembly(fields, limits).transaction();
    require(fields, "transactionId", transaction.transactionId().toByteArray());
    require(fields, "digest", transaction.digest());
    require(fields, "baseDigest", transaction.baseDigest());
    if (fields.number("idLength") != transaction.transactionId().length()) {
      throw new PackedFormatException("idLength is not that of the transaction");
    }
    return transaction;
  }

  /** What can be computed may be missing, but not be wrong. */
  private static void require(JsonFields fields, String key, byte[] value) {
    if (fields.has(key) && !Arrays.equals(fields.hex(key), value)) {
      throw new PackedFormatException(key + " is not that of the contents");
    }
  }
}
