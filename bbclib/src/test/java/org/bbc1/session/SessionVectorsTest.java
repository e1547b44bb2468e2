package org.bbc1.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.message.ClientFrameVectors.hex;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bbc1.message.ClientFrameVectors;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.PayloadType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captured encrypted sessions, seen from both ends. */
class SessionVectorsTest {

  static List<JsonObject> sessions() {
    return ClientFrameVectors.sessions().filter(session -> session.containsKey("ecdh")).toList();
  }

  private static KeyExchange exchange(JsonObject ecdh, String end) {
    return KeyExchange.of(
        new BigInteger(ecdh.getString(end + "_private_scalar"), 16), hex(ecdh, end + "_key_name"));
  }

  private static SessionKey agree(JsonObject ecdh, String end, String peer) throws Exception {
    return exchange(ecdh, end)
        .agree(
            hex(ecdh, peer + "_public_point"),
            hex(ecdh, peer + "_key_name"),
            hex(ecdh, "ctr_initial_counter_nonce"),
            hex(ecdh, "hkdf_info_random"));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void bothEndsComputeTheCapturedKey(JsonObject session) throws Exception {
    JsonObject ecdh = session.getJsonObject("ecdh");

    assertThat(exchange(ecdh, "client").publicPoint()).isEqualTo(hex(ecdh, "client_public_point"));
    assertThat(exchange(ecdh, "core").publicPoint()).isEqualTo(hex(ecdh, "core_public_point"));
    assertThat(agree(ecdh, "client", "core").secret()).isEqualTo(hex(ecdh, "aes256_key"));
    assertThat(agree(ecdh, "core", "client").secret()).isEqualTo(hex(ecdh, "aes256_key"));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void everyCapturedEncryptedFrameIsWrittenAndReadAgain(JsonObject session) throws Exception {
    JsonObject ecdh = session.getJsonObject("ecdh");
    SessionCipher client = new SessionCipher(agree(ecdh, "client", "core"));
    SessionCipher core = new SessionCipher(agree(ecdh, "core", "client"));
    int encrypted = 0;

    for (JsonObject json : session.getJsonArray("frames").getValuesAs(JsonObject.class)) {
      ClientFrameVectors.Frame frame = new ClientFrameVectors.Frame("", json);
      if (frame.has("plaintext_msgpack")) {
        boolean fromClient = json.getString("direction").startsWith("client");
        byte[] plain = Frames.encode(PayloadType.MSGPACK, frame.plainBody());
        byte[] wire = frame.bytes();
        byte[] body = Arrays.copyOfRange(wire, FrameHeader.SIZE, wire.length);
        assertThat((fromClient ? client : core).encrypt(plain)).isEqualTo(wire);
        assertThat((fromClient ? core : client).decrypt(body)).isEqualTo(frame.plainBody());
        encrypted++;
      }
    }
    assertThat(encrypted).isPositive();
  }
}
