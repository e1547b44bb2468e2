package org.bbc1.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdminSignatureTest {

  /** A signed message of the vectors with the node key of its session, a test key. */
  record Signed(ClientFrameVectors.Frame frame, KeyPair nodeKey) {
    Message message() throws Exception {
      return MsgPackCodec.decode(frame.plainBody()).message();
    }
  }

  static Stream<Signed> signedFrames() {
    return ClientFrameVectors.sessions()
        .filter(session -> session.containsKey("node_key"))
        .flatMap(AdminSignatureTest::signed);
  }

  private static Stream<Signed> signed(JsonObject session) {
    KeyPair key = KeyPair.fromPem(session.getJsonObject("node_key").getString("private_key_pem"));
    return session.getJsonArray("frames").getValuesAs(JsonObject.class).stream()
        .filter(frame -> frame.containsKey("signature_valid"))
        .map(
            frame ->
                new Signed(new ClientFrameVectors.Frame(session.getString("session"), frame), key));
  }

  @ParameterizedTest
  @MethodSource("signedFrames")
  void capturedSignatureVerifiesOverTheDigestOfAdminInfo(Signed signed) throws Exception {
    byte[] adminInfo = signed.message().bytes(KeyType.ADMIN_INFO);
    byte[] signature = signed.message().bytes(KeyType.NODEKEY_SIGNATURE);

    assertThat(AdminSignature.digest(adminInfo))
        .isEqualTo(ClientFrameVectors.hex(signed.frame().json(), "admin_info_sha256"));
    assertThat(AdminSignature.verify(adminInfo, signature, signed.nodeKey()))
        .isEqualTo(signed.frame().json().getBoolean("signature_valid"));
  }

  @ParameterizedTest
  @MethodSource("signedFrames")
  void changedDataWrongKeyAndOddLengthsAreRefused(Signed signed) throws Exception {
    byte[] adminInfo = signed.message().bytes(KeyType.ADMIN_INFO);
    byte[] signature = signed.message().bytes(KeyType.NODEKEY_SIGNATURE);
    byte[] changed = adminInfo.clone();
    changed[changed.length - 1] ^= 1;

    assertThat(AdminSignature.verify(changed, signature, signed.nodeKey())).isFalse();
    assertThat(AdminSignature.verify(adminInfo, signature, KeyPair.generate(Curve.P256))).isFalse();
    for (int length : new int[] {0, 1, 63, 65, 66, 128}) {
      assertThat(
              AdminSignature.verify(adminInfo, Arrays.copyOf(signature, length), signed.nodeKey()))
          .isFalse();
    }
  }

  @Test
  void attachedSignatureCoversExactlyTheAdminFields() throws Exception {
    KeyPair key = KeyPair.generate(Curve.P256);
    Message fields = Message.builder().put(KeyType.RANDOM, new byte[32]).build();

    Message message =
        AdminSignature.attach(Message.of(Command.REQUEST_GET_STATS).build(), key, fields);

    assertThat(TlvCodec.decode(message.bytes(KeyType.ADMIN_INFO))).isEqualTo(fields);
    assertThat(
            AdminSignature.verify(
                message.bytes(KeyType.ADMIN_INFO), message.bytes(KeyType.NODEKEY_SIGNATURE), key))
        .isTrue();
  }

  @Test
  void commandsThatAreNotSignedContributeNoFields() {
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_GET_NODEID)).isEmpty();
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_INSERT)).isEmpty();
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_GET_STATS)).containsExactly(KeyType.RANDOM);
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_SETUP_DOMAIN)).contains(KeyType.DOMAIN_ID);
  }
}
