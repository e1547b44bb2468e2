package org.bbc1.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.Vectors.has;
import static org.bbc1.transaction.Vectors.hex;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.transaction.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, their encodings and their signatures. All keys are test keys. */
class KeyPairVectorsTest {

  static Stream<Named<JsonObject>> vectors() {
    return Vectors.of("keypair.json").map(vector -> Named.of(vector.getString("id"), vector));
  }

  private static KeyPair pair(JsonObject vector) {
    return KeyPair.fromPrivateKey(
        Curve.ofKeyType(vector.getInt("key_type")), hex(vector, "private_key"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void exportsByteForByte(JsonObject vector) {
    KeyPair pair = pair(vector);

    assertThat(hex(pair.privateKey())).isEqualTo(vector.getString("private_key"));
    assertThat(hex(pair.publicKey())).isEqualTo(vector.getString("public_key_uncompressed"));
    assertThat(hex(pair.withCompressedPublicKey().publicKey()))
        .isEqualTo(vector.getString("public_key_compressed"));
    for (KeyPair form : List.of(pair, pair.withCompressedPublicKey())) {
      assertThat(hex(form.privateKeyDer())).isEqualTo(vector.getString("private_key_der"));
      assertThat(form.privateKeyPem()).isEqualTo(vector.getString("private_key_pem"));
      assertThat(form.publicKeyPem()).isEqualTo(vector.getString("public_key_pem"));
      assertThat(hex(form.publicKeyDer())).isEqualTo(vector.getString("public_key_der"));
      if (has(vector, "key_id_sha256_of_jwk")) {
        assertThat(hex(form.keyId())).isEqualTo(vector.getString("key_id_sha256_of_jwk"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void importsEveryForm(JsonObject vector) {
    for (JsonObject form : Vectors.array(vector, "imports").getValuesAs(JsonObject.class)) {
      assertThat(form.getString("expected")).as(form.getString("name")).isEqualTo("ok");
      assertThat(imported(form)).as(form.getString("name")).isEqualTo(pair(vector));
      if (form.getString("kind").equals("pem")) {
        assertThat(KeyPair.fromPem(form.getString("data").getBytes(US_ASCII)))
            .as(form.getString("name"))
            .isEqualTo(pair(vector));
      }
    }
  }

  private static KeyPair imported(JsonObject form) {
    return switch (form.getString("kind")) {
      case "pem" -> KeyPair.fromPem(form.getString("data"));
      case "der" -> KeyPair.fromDer(hex(form, "data"));
      default -> throw new IllegalArgumentException(form.toString());
    };
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void importsThePublicKeyInEveryForm(JsonObject vector) {
    PublicKey key = pair(vector).publicPart();

    assertThat(PublicKey.fromPem(vector.getString("public_key_pem"))).isEqualTo(key);
    assertThat(PublicKey.fromDer(hex(vector, "public_key_der"))).isEqualTo(key);
    assertThat(PublicKey.of(key.curve(), hex(vector, "public_key_compressed"))).isEqualTo(key);
    assertThat(PublicKey.of(key.curve(), hex(vector, "public_key_uncompressed"))).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAndVerifies(JsonObject vector) {
    if (!has(vector, "sign")) {
      return;
    }
    JsonObject sign = vector.getJsonObject("sign");
    KeyPair pair = pair(vector);
    byte[] digest = hex(sign, "digest");
    for (SignatureEngine engine :
        List.of(SignatureEngines.bouncyCastle(), SignatureEngines.fastest())) {
      for (byte[] key : List.of(pair.publicKey(false), pair.publicKey(true))) {
        assertThat(engine.verify(pair.curve(), key, digest, hex(sign, "signature_from_reference")))
            .isTrue();
        assertThat(engine.verify(pair.curve(), key, digest, hex(sign, "signature_rfc6979_sha256")))
            .isTrue();
        assertThat(engine.verify(pair.curve(), key, digest, hex(sign, "not_valid"))).isFalse();
      }
    }
    assertThat(hex(pair.signDeterministically(digest)))
        .isEqualTo(sign.getString("signature_rfc6979_sha256"));
    assertThat(hex(pair.withDeterministicSignatures().sign(digest)))
        .isEqualTo(sign.getString("signature_rfc6979_sha256"));
    assertThat(pair.verify(digest, pair.sign(digest))).isTrue();
  }
}
