package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Value;

/**
 * The answer of a ledger subsystem, kept as JSON to be checked later without the node.
 *
 * @param domain where the transaction is recorded
 * @param transaction what was registered
 * @param answer {@code merkle_tree} of the answer
 */
record AnchorProofFile(DomainId domain, TransactionId transaction, Value.MapValue answer) {

  private static final String DOMAIN = "domain";
  private static final String TRANSACTION = "transactionId";
  private static final String ANSWER = "merkleTree";

  static AnchorProofFile read(Path file) {
    String text = new String(LocalFiles.read(file), StandardCharsets.UTF_8);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new AnchorProofFile(
          DomainId.fromHex(json.getString(DOMAIN)),
          TransactionId.fromHex(json.getString(TRANSACTION)),
          map(json.getJsonObject(ANSWER)));
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | ArithmeticException
        | IllegalArgumentException e) {
      throw new UserErrorException(
          file + " is no proof as \"bbc1 ledger verify --json\" prints it", e);
    }
  }

  JsonObjectBuilder json() {
    return Json.createObjectBuilder()
        .add(DOMAIN, domain.toHex())
        .add(TRANSACTION, transaction.toHex())
        .add(ANSWER, json(answer));
  }

  /** How far the node says the transaction is; empty if it does not say. */
  String state() {
    return answer.entries().entrySet().stream()
        .filter(entry -> text(entry.getKey()).equals("state"))
        .map(entry -> text(entry.getValue()))
        .findFirst()
        .orElse("");
  }

  /** On the wire, texts are bytes too. */
  private static JsonValue json(Value value) {
    if (value instanceof Value.MapValue map) {
      JsonObjectBuilder object = Json.createObjectBuilder();
      map.entries().forEach((name, entry) -> object.add(text(name), json(entry)));
      return object.build();
    }
    if (value instanceof Value.ListValue list) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      list.items().forEach(item -> array.add(json(item)));
      return array.build();
    }
    if (value instanceof Value.Bool bool) {
      return bool.value() ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Value.Int number && !number.beyondLong()) {
      return Json.createValue(number.bits());
    }
    return value instanceof Value.Nil ? JsonValue.NULL : Json.createValue(text(value));
  }

  private static String text(Value value) {
    if (value instanceof Value.Bytes bytes) {
      return new String(bytes.value(), StandardCharsets.UTF_8);
    }
    return value instanceof Value.Text text ? text.string() : value.toString();
  }

  private static Value value(JsonValue json) {
    if (json instanceof JsonObject object) {
      return map(object);
    }
    if (json instanceof JsonArray array) {
      List<Value> items = new ArrayList<>();
      array.forEach(item -> items.add(value(item)));
      return new Value.ListValue(items);
    }
    if (json instanceof JsonNumber number) {
      return new Value.Int(number.longValueExact());
    }
    if (json instanceof JsonString text) {
      return Value.Bytes.ofText(text.getString());
    }
    return json == JsonValue.NULL
        ? Value.nil()
        : new Value.Bool(json.getValueType() == JsonValue.ValueType.TRUE);
  }

  private static Value.MapValue map(JsonObject object) {
    Map<Value, Value> map = new LinkedHashMap<>();
    object.forEach((name, entry) -> map.put(Value.Bytes.ofText(name), value(entry)));
    return new Value.MapValue(map);
  }
}
