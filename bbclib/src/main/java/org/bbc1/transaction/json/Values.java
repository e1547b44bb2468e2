package org.bbc1.transaction.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigInteger;

/** Makes JSON by one provider, because to look for it costs more than the rest of a view. */
final class Values {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Values() {}

  static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  static JsonValue of(String value) {
    return PROVIDER.createValue(value);
  }

  static JsonValue of(BigInteger value) {
    return PROVIDER.createValue(value);
  }

  static JsonValue of(double value) {
    return PROVIDER.createValue(value);
  }
}
