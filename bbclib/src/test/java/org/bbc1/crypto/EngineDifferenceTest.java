package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The native engines answer as BouncyCastle does, to good and to hostile input. Where a native
 * library does not load, BouncyCastle stands on both sides and nothing is shown.
 */
class EngineDifferenceTest {

  private static final SignatureEngine PLAIN = SignatureEngines.bouncyCastle();
  private static final Map<Curve, SignatureEngine> ACCELERATED =
      Map.of(
          Curve.P256, SignatureEngines.accelerated(Set.of(Curve.P256)),
          Curve.SECP256K1, SignatureEngines.accelerated(Set.of(Curve.SECP256K1)));

  private final Random random = new Random(20240917);

  private static SignatureEngine accelerated(Curve curve) {
    return ACCELERATED.get(curve);
  }

  private record Signed(KeyPair pair, byte[] digest, byte[] signature) {}

  private Signed signed(Curve curve, SignatureEngine engine) {
    byte[] privateKey = bytes(32);
    privateKey[0] = 1;
    KeyPair pair = KeyPair.fromPrivateKey(curve, privateKey);
    byte[] digest = bytes(32);
    return new Signed(pair, digest, engine.sign(curve, privateKey, digest));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static boolean agreed(Curve curve, byte[] key, byte[] digest, byte[] signature) {
    boolean expected = PLAIN.verify(curve, key, digest, signature);
    assertThat(accelerated(curve).verify(curve, key, digest, signature))
        .as("%s %s", Arrays.toString(key), Arrays.toString(signature))
        .isEqualTo(expected);
    return expected;
  }

  private static byte[] signature(BigInteger r, BigInteger s) {
    byte[] signature = new byte[64];
    SignatureInput.put(r, signature, 0);
    SignatureInput.put(s, signature, 32);
    return signature;
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void signaturesOfEitherVerifyByBothInBothKeyForms(Curve curve) {
    for (int i = 0; i < 100; i++) {
      for (SignatureEngine engine : List.of(PLAIN, accelerated(curve))) {
        Signed signed = signed(curve, engine);
        assertThat(agreed(curve, signed.pair.publicKey(false), signed.digest, signed.signature))
            .isTrue();
        assertThat(agreed(curve, signed.pair.publicKey(true), signed.digest, signed.signature))
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void bothHalvesOfSVerify(Curve curve) {
    for (int i = 0; i < 20; i++) {
      Signed signed = signed(curve, PLAIN);
      BigInteger r = SignatureInput.r(signed.signature);
      BigInteger s = SignatureInput.s(signed.signature);
      byte[] other = signature(r, curve.order().subtract(s));
      assertThat(agreed(curve, signed.pair.publicKey(), signed.digest, other)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void oneChangedBitAnywhereIsInvalidForBoth(Curve curve) {
    Signed signed = signed(curve, PLAIN);
    for (int bit = 0; bit < 64 * 8; bit++) {
      assertThat(
              agreed(curve, signed.pair.publicKey(), signed.digest, flipped(signed.signature, bit)))
          .isFalse();
    }
    for (int bit = 0; bit < 32 * 8; bit++) {
      assertThat(
              agreed(curve, signed.pair.publicKey(), flipped(signed.digest, bit), signed.signature))
          .isFalse();
    }
    for (byte[] key : List.of(signed.pair.publicKey(false), signed.pair.publicKey(true))) {
      for (int bit = 0; bit < key.length * 8; bit++) {
        assertThat(agreed(curve, flipped(key, bit), signed.digest, signed.signature)).isFalse();
      }
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] changed = bytes.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return changed;
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void numbersAtTheBordersOfTheGroupAreInvalidForBoth(Curve curve) {
    Signed signed = signed(curve, PLAIN);
    BigInteger n = curve.order();
    BigInteger max = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    BigInteger r = SignatureInput.r(signed.signature);
    BigInteger s = SignatureInput.s(signed.signature);
    BigInteger one = BigInteger.ONE;
    for (BigInteger border : List.of(BigInteger.ZERO, one, n.subtract(one), n, n.add(one), max)) {
      assertThat(agreed(curve, signed.pair.publicKey(), signed.digest, signature(border, s)))
          .isFalse();
      assertThat(agreed(curve, signed.pair.publicKey(), signed.digest, signature(r, border)))
          .isFalse();
      assertThat(agreed(curve, signed.pair.publicKey(), signed.digest, signature(border, border)))
          .isFalse();
    }
    if (r.add(n).compareTo(max) <= 0) {
      assertThat(agreed(curve, signed.pair.publicKey(), signed.digest, signature(r.add(n), s)))
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void digestsAtTheBordersAreTreatedAlike(Curve curve) {
    for (byte fill : new byte[] {0, 1, -1}) {
      byte[] digest = new byte[32];
      Arrays.fill(digest, fill);
      KeyPair pair = signed(curve, PLAIN).pair;
      byte[] signature = PLAIN.sign(curve, pair.privateKey(), digest);
      assertThat(agreed(curve, pair.publicKey(), digest, signature)).isTrue();
      byte[] own = accelerated(curve).sign(curve, pair.privateKey(), digest);
      assertThat(agreed(curve, pair.publicKey(), digest, own)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void keysThatAreNoPointsInAnAllowedFormAreInvalidForBoth(Curve curve) {
    Signed signed = signed(curve, PLAIN);
    for (byte[] key : hostileKeys(curve, signed.pair)) {
      assertThat(agreed(curve, key, signed.digest, signed.signature)).isFalse();
    }
  }

  private List<byte[]> hostileKeys(Curve curve, KeyPair pair) {
    List<byte[]> keys = new ArrayList<>();
    byte[] point = pair.publicKey(false);
    for (int prefix = 0; prefix < 256; prefix++) {
      if (prefix != 4) {
        byte[] key = point.clone();
        key[0] = (byte) prefix;
        keys.add(key);
      }
    }
    Curve other = curve == Curve.P256 ? Curve.SECP256K1 : Curve.P256;
    keys.add(KeyPair.generate(other).publicKey(false));
    keys.add(new byte[0]);
    keys.add(new byte[] {0});
    keys.add(Arrays.copyOf(point, 33));
    keys.add(Arrays.copyOf(point, 64));
    keys.add(Arrays.copyOf(point, 66));
    keys.add(new byte[65]);
    byte[] origin = new byte[65];
    origin[0] = 4;
    keys.add(origin);
    byte[] beyondField = new byte[33];
    Arrays.fill(beyondField, (byte) 0xff);
    beyondField[0] = 2;
    keys.add(beyondField);
    for (int i = 0; i < 50; i++) {
      byte[] offCurve = bytes(65);
      offCurve[0] = 4;
      keys.add(offCurve);
    }
    return keys;
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void wrongLengthsAreInvalidForBoth(Curve curve) {
    Signed signed = signed(curve, PLAIN);
    for (int length : new int[] {0, 1, 31, 33, 63, 65, 72, 128}) {
      byte[] signature = Arrays.copyOf(signed.signature, length);
      byte[] digest = Arrays.copyOf(signed.digest, length);
      assertThat(agreed(curve, signed.pair.publicKey(), signed.digest, signature)).isFalse();
      assertThat(agreed(curve, signed.pair.publicKey(), digest, signed.signature)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void manyThreadsGetTheSameAnswers(Curve curve) {
    List<Signed> signed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      signed.add(signed(curve, PLAIN));
    }
    boolean allRight =
        IntStream.range(0, 2000)
            .parallel()
            .allMatch(
                i -> {
                  Signed one = signed.get(i % signed.size());
                  byte[] signature = i % 3 == 0 ? flipped(one.signature, i % 512) : one.signature;
                  return accelerated(curve)
                          .verify(curve, one.pair.publicKey(), one.digest, signature)
                      == (i % 3 != 0);
                });
    assertThat(allRight).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void randomGarbageIsInvalidForBoth(Curve curve) {
    Signed signed = signed(curve, PLAIN);
    for (int i = 0; i < 200; i++) {
      assertThat(agreed(curve, signed.pair.publicKey(), bytes(32), bytes(64))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void signingRefusesWhatIsNoKeyOrDigest(Curve curve) {
    for (SignatureEngine engine : List.of(PLAIN, accelerated(curve))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.sign(curve, new byte[32], bytes(32)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.sign(curve, bytes(31), bytes(32)));
      byte[] key = signed(curve, PLAIN).pair.privateKey();
      assertThatIllegalArgumentException().isThrownBy(() -> engine.sign(curve, key, bytes(20)));
    }
  }
}
