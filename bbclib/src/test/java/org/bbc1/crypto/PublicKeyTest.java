package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All keys are test keys. */
class PublicKeyTest {

  private static void assertRefused(byte[] der) {
    assertThatExceptionOfType(KeyFormatException.class).isThrownBy(() -> PublicKey.fromDer(der));
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void everyFormGivesTheSameKey(Curve curve) {
    KeyPair pair = KeyPair.generate(curve);
    PublicKey key = pair.publicPart();

    assertThat(PublicKey.of(curve, pair.publicKey(true))).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(PublicKey.of(curve, pair.publicKey(false))).isEqualTo(key);
    assertThat(PublicKey.fromDer(key.toDer())).isEqualTo(key);
    assertThat(PublicKey.fromPem(key.toPem())).isEqualTo(key);
    assertThat(PublicKey.fromPem(key.toPem().replace("PUBLIC", "EC PUBLIC"))).isEqualTo(key);
    assertThat(PublicKey.fromDer(StrictDer.encode(NamedCurves.infoOf(curve, key.encoded(true)))))
        .isEqualTo(key);
    assertThat(key.encoded(false)).hasSize(65).startsWith(4);
    assertThat(key.encoded(true)).hasSize(33);
    assertThat(key).isNotEqualTo(KeyPair.generate(curve).publicPart()).isNotEqualTo(pair);
    assertThat(key).hasToString("PublicKey[" + curve + ", " + hex(key.encoded(true)) + "]");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void itVerifiesWhatItsPairSigned(Curve curve) {
    KeyPair pair = KeyPair.generate(curve);
    byte[] digest = new byte[32];
    byte[] signature = pair.sign(digest);

    assertThat(pair.publicPart().verify(digest, signature)).isTrue();
    signature[63] ^= 1;
    assertThat(pair.publicPart().verify(digest, signature)).isFalse();
    assertThat(pair.publicPart().verify(new byte[31], signature)).isFalse();
    assertThat(pair.publicPart().verify(digest, new byte[0])).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void theKeyIdNamesTheCurve(Curve curve) throws Exception {
    PublicKey key = KeyPair.generate(curve).publicPart();
    byte[] point = key.encoded(false);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String json =
        "{\"crv\":\""
            + (curve == Curve.P256 ? "P-256" : "secp256k1")
            + "\",\"kty\":\"EC\",\"x\":\""
            + base64.encodeToString(Arrays.copyOfRange(point, 1, 33))
            + "\",\"y\":\""
            + base64.encodeToString(Arrays.copyOfRange(point, 33, 65))
            + "\"}";

    assertThat(key.keyId())
        .isEqualTo(
            MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void changingAnArrayDoesNotChangeTheKey() {
    PublicKey key = KeyPair.generate(Curve.P256).publicPart();
    byte[] point = key.encoded(false);
    PublicKey copy = PublicKey.of(Curve.P256, point);
    point[5] ^= 1;
    key.encoded(false)[5] ^= 1;

    assertThat(copy).isEqualTo(key);
  }

  @Test
  void whatIsNoPointOfTheCurveIsRefused() {
    byte[] point = KeyPair.generate(Curve.P256).publicKey();
    byte[] changed = point.clone();
    changed[64] ^= 1;
    byte[] hybrid = point.clone();
    hybrid[0] = (byte) (6 + (point[64] & 1));

    for (byte[] bad :
        new byte[][] {changed, hybrid, Arrays.copyOf(point, 64), new byte[65], {0}, {}}) {
      assertThatExceptionOfType(KeyFormatException.class)
          .isThrownBy(() -> PublicKey.of(Curve.P256, bad));
      assertRefused(StrictDer.encode(NamedCurves.infoOf(Curve.P256, bad)));
    }
    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> PublicKey.of(Curve.SECP256K1, point));
  }

  @Test
  void otherStructuresAreRefused() {
    KeyPair pair = KeyPair.generate(Curve.P256);
    byte[] der = pair.publicKeyDer();

    assertRefused(new byte[0]);
    assertRefused(pair.privateKeyDer());
    assertRefused(StrictDer.encode(TestCertificates.secp384r1()));
    assertRefused(
        StrictDer.encode(
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption), pair.publicKey())));
    assertRefused(Arrays.copyOf(der, der.length + 1));
    assertRefused(new byte[5000]);
    for (int length = 0; length < der.length; length++) {
      assertRefused(Arrays.copyOf(der, length));
    }
    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> PublicKey.fromPem(pair.privateKeyPem()))
        .withMessageContaining("no block");
  }

  @Test
  void everyChangedBitOfTheDerIsRefusedOrAnotherKey() {
    PublicKey key = KeyPair.generate(Curve.SECP256K1).publicPart();
    byte[] der = key.toDer();
    for (int bit = 0; bit < der.length * 8; bit++) {
      byte[] changed = der.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(PublicKey.fromDer(changed)).as("bit %s", bit).isNotEqualTo(key);
      } catch (KeyFormatException e) {
        assertThat(e).hasNoCause();
      }
    }
  }
}
