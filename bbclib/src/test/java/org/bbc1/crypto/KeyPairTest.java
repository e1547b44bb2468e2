package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no key is refused, and a key shows nothing private. All keys are test keys. */
class KeyPairTest {

  @ParameterizedTest
  @EnumSource(Curve.class)
  void generatedKeysSurviveExportAndImport(Curve curve) {
    KeyPair pair = KeyPair.generate(curve);

    assertThat(KeyPair.fromPem(pair.privateKeyPem())).isEqualTo(pair);
    assertThat(KeyPair.fromDer(pair.privateKeyDer())).isEqualTo(pair);
    assertThat(pair).isNotEqualTo(KeyPair.generate(curve));
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void numbersOutsideOfTheGroupAreNoPrivateKeys(Curve curve) {
    byte[] order = new byte[32];
    SignatureInput.put(curve.order(), order, 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyPair.fromPrivateKey(curve, new byte[32]));
    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.fromPrivateKey(curve, order));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyPair.fromPrivateKey(curve, new byte[31]));
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void everyCutOrDamagedDerIsRefusedOrAnotherKey(Curve curve) {
    KeyPair pair = KeyPair.generate(curve);
    byte[] der = pair.privateKeyDer();
    for (int length = 0; length < der.length; length++) {
      byte[] cut = Arrays.copyOf(der, length);
      assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.fromDer(cut));
    }
    for (int i = 0; i < der.length; i++) {
      byte[] damaged = der.clone();
      damaged[i] ^= 1;
      try {
        KeyPair.fromDer(damaged);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining(HexFormat.of().formatHex(pair.privateKey()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no PEM at all",
        "-----BEGIN EC PRIVATE KEY-----\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END EC PRIVATE KEY-----\n"
      })
  void whatIsNoKeyIsRefused(String pem) {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.fromPem(pem));
  }

  @Test
  void keysOfOtherCurvesAreRefused() {
    // a P-384 key in SEC1
    String secp384r1 = "301b0201010410000102030405060708090a0b0c0d0e0fa00706052b81040022";
    byte[] der = HexFormat.of().parseHex(secp384r1);

    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.fromDer(der));
  }

  @Test
  void aPublicKeyThatBelongsToAnotherKeyIsRefused() {
    byte[] der = KeyPair.generate(Curve.P256).privateKeyDer();
    byte[] other = KeyPair.generate(Curve.P256).privateKeyDer();
    System.arraycopy(other, der.length - 64, der, der.length - 64, 64);

    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.fromDer(der));
  }

  @Test
  void textFormShowsNoPrivatePart() {
    KeyPair pair = KeyPair.generate(Curve.P256);

    assertThat(pair.toString())
        .doesNotContain(HexFormat.of().formatHex(pair.privateKey()))
        .doesNotContain(Base64.getEncoder().encodeToString(pair.privateKey()))
        .contains(HexFormat.of().formatHex(pair.publicKey(true)));
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void aPairOfBothKeysTakesTheFormOfThePublicOne(Curve curve) {
    KeyPair pair = KeyPair.generate(curve);
    byte[] privateKey = pair.privateKey();

    assertThat(KeyPair.of(curve, privateKey, pair.publicKey(false))).isEqualTo(pair);
    assertThat(KeyPair.of(curve, privateKey, pair.publicKey(true)))
        .isEqualTo(pair.withCompressedPublicKey())
        .isNotEqualTo(pair);
    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> KeyPair.of(curve, privateKey, KeyPair.generate(curve).publicKey()))
        .withMessageContaining("another private key");
    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> KeyPair.of(curve, privateKey, new byte[64]));
  }

  @Test
  void thePointConversionChoosesTheFormOfThePublicKey() {
    KeyPair pair = KeyPair.generate(Curve.P256);

    assertThat(pair.withPointConversion(2)).isEqualTo(pair.withCompressedPublicKey());
    assertThat(pair.withPointConversion(2).withPointConversion(4)).isEqualTo(pair);
    for (int unknown : new int[] {0, 1, 3, 6}) {
      assertThatIllegalArgumentException().isThrownBy(() -> pair.withPointConversion(unknown));
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void deterministicSignaturesAreTheSameEveryTimeAndVerify(Curve curve) {
    KeyPair pair = KeyPair.generate(curve).withDeterministicSignatures();
    byte[] digest = pair.keyId();
    byte[] signature = pair.sign(digest);

    assertThat(pair.sign(digest)).isEqualTo(signature);
    assertThat(pair.withCompressedPublicKey().sign(digest)).isEqualTo(signature);
    assertThat(pair.signDeterministically(digest)).isEqualTo(signature);
    assertThat(pair.verify(digest, signature)).isTrue();
  }

  @Test
  void aNumberIsWrittenInAsManyBytesAsThePublicKeyHas() {
    KeyPair pair = KeyPair.generate(Curve.P256);
    BigInteger number = BigInteger.valueOf(0x0102);

    assertThat(pair.toBinary(number)).hasSize(65).startsWith(2, 1, 0).endsWith(0);
    assertThat(pair.withCompressedPublicKey().toBinary(number)).hasSize(33).startsWith(2, 1, 0);
    assertThat(pair.toBinary(BigInteger.ONE.shiftLeft(65 * 8))).containsOnly(0);
    assertThatIllegalArgumentException().isThrownBy(() -> pair.toBinary(BigInteger.valueOf(-1)));
  }
}
