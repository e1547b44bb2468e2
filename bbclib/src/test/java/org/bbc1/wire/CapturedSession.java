package org.bbc1.wire;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.List;
import org.bbc1.message.Dialect;
import org.bbc1.transaction.Vectors;
import org.jspecify.annotations.Nullable;

/** A session between the reference's client and core out of {@code client-frames.json}. */
public record CapturedSession(JsonObject json) {

  /** The sessions of the golden vectors. */
  public static List<CapturedSession> all() {
    return Vectors.file("client-frames.json")
        .getJsonArray("sessions")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(CapturedSession::new)
        .toList();
  }

  Dialect dialect() {
    return json.getString("msgpack_dialect").equals("raw") ? Dialect.RAW : Dialect.BIN;
  }

  /** The node key that was in force as PEM text, or null. */
  public @Nullable String nodeKeyPem() {
    return json.containsKey("node_key")
        ? json.getJsonObject("node_key").getString("private_key_pem")
        : null;
  }

  /** The client's private key of the key exchange, or null. */
  @Nullable BigInteger clientScalar() {
    return json.containsKey("ecdh")
        ? new BigInteger(json.getJsonObject("ecdh").getString("client_private_scalar"), 16)
        : null;
  }

  List<CapturedFrame> frames() {
    return json.getJsonArray("frames").getValuesAs(JsonObject.class).stream()
        .map(CapturedFrame::new)
        .toList();
  }

  @Override
  public String toString() {
    return json.getString("session");
  }
}
