package org.bbc1.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bbc1.error.LastError;
import org.bbc1.error.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A private key can be erased and shows nowhere. All keys are test keys. */
class KeyErasureTest {

  private static final byte[] DIGEST = new byte[32];

  private final KeyPair pair = KeyPair.generate(Curve.P256);

  @Test
  void anErasedKeyCannotBeUsed() {
    pair.destroy();

    assertThat(pair.isDestroyed()).isTrue();
    List<Callable<?>> uses =
        List.of(
            () -> pair.sign(DIGEST),
            () -> pair.signDeterministically(DIGEST),
            pair::privateKey,
            pair::privateKeyDer,
            pair::privateKeyPem,
            pair::privateKeyPemBytes);
    for (Callable<?> use : uses) {
      assertThatExceptionOfType(KeyErasedException.class)
          .isThrownBy(use::call)
          .matches(e -> e.statusCode() == StatusCode.EBADKEYPAIR);
    }
  }

  @Test
  void thePublicPartOutlivesTheErasure() {
    byte[] signature = pair.sign(DIGEST);
    KeyPair same = KeyPair.fromDer(pair.privateKeyDer());
    pair.close();

    assertThat(pair.verify(DIGEST, signature)).isTrue();
    assertThat(pair.publicKey()).isEqualTo(same.publicKey());
    assertThat(pair.publicKeyPem()).isEqualTo(same.publicKeyPem());
    assertThat(pair.keyId()).isEqualTo(same.keyId());
    assertThat(pair).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(same.isDestroyed()).isFalse();
  }

  @Test
  void erasingReachesEveryFormOfThePair() {
    List<KeyPair> forms =
        List.of(
            pair.withCompressedPublicKey(),
            pair.withDeterministicSignatures(),
            pair.withPointConversion(KeyPair.POINT_CONVERSION_UNCOMPRESSED));
    forms.get(0).destroy();

    assertThat(pair.isDestroyed()).isTrue();
    assertThat(forms).allMatch(KeyPair::isDestroyed);
  }

  @Test
  void erasingTwiceIsErasingOnce() {
    pair.destroy();
    pair.destroy();

    assertThat(pair.isDestroyed()).isTrue();
  }

  @Test
  void aKeyIsErasedAtTheEndOfItsBlock() {
    KeyPair outer;
    try (KeyPair inner = KeyPair.generate(Curve.SECP256K1)) {
      outer = inner;
      assertThat(inner.isDestroyed()).isFalse();
    }
    assertThat(outer.isDestroyed()).isTrue();
  }

  @Test
  void theCopyThatWasUsedIsErased() {
    PrivateScalar scalar = new PrivateScalar(new byte[] {7, 7});
    byte[] kept = new byte[2];
    byte[][] working = new byte[1][];
    scalar.use(
        copy -> {
          System.arraycopy(copy, 0, kept, 0, 2);
          working[0] = copy;
          return kept;
        });

    assertThat(kept).containsExactly(7, 7);
    assertThat(working[0]).as("the copy that was used").containsExactly(0, 0);
    assertThat(scalar.copy()).containsExactly(7, 7);
  }

  @Test
  void theCopyIsErasedAfterAFailureToo() {
    PrivateScalar scalar = new PrivateScalar(new byte[] {7, 7});
    byte[][] working = new byte[1][];

    assertThatThrownBy(
            () ->
                scalar.use(
                    copy -> {
                      working[0] = copy;
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(working[0]).containsExactly(0, 0);
  }

  @Test
  void theArrayOfTheCallerIsNeitherKeptNorChanged() {
    byte[] privateKey = pair.privateKey();
    byte[] before = privateKey.clone();
    KeyPair made = KeyPair.fromPrivateKey(Curve.P256, privateKey);
    byte[] der = made.privateKeyDer();
    byte[] derBefore = der.clone();
    byte[] pem = made.privateKeyPemBytes();
    byte[] pemBefore = pem.clone();
    KeyPair.fromDer(der);
    KeyPair.fromPem(pem);

    assertThat(privateKey).isEqualTo(before);
    assertThat(der).isEqualTo(derBefore);
    assertThat(pem).isEqualTo(pemBefore);
    privateKey[31] ^= 1;
    made.privateKey()[31] ^= 1;
    assertThat(made.privateKey()).isEqualTo(before);
  }

  @Test
  void signaturesInTheMakingAreFinishedOrRefusedButNeverWrong() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 50; round++) {
        KeyPair shared = KeyPair.generate(Curve.P256);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          answers.add(executor.submit(() -> signsRightly(shared, start)));
        }
        start.countDown();
        shared.destroy();
        for (Future<Boolean> answer : answers) {
          assertThat(answer.get()).isTrue();
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static boolean signsRightly(KeyPair shared, CountDownLatch start) throws Exception {
    start.await();
    try {
      return shared.verify(DIGEST, shared.sign(DIGEST));
    } catch (KeyErasedException e) {
      return true;
    }
  }

  @Test
  void aKeyPairCannotBeSerialised() {
    assertThatExceptionOfType(NotSerializableException.class)
        .isThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(pair));
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void noTextAndNoExceptionShowsThePrivatePart(Curve curve) {
    KeyPair secret = KeyPair.generate(curve);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(secret);
    out.println(secret.publicPart());
    byte[] der = secret.privateKeyDer();
    byte[] pem = secret.privateKeyPemBytes();
    for (int i = 0; i < der.length; i++) {
      byte[] damaged = der.clone();
      damaged[i] ^= 0x55;
      print(out, () -> KeyPair.fromDer(damaged));
    }
    for (int i = 0; i < pem.length; i++) {
      byte[] damaged = pem.clone();
      damaged[i] = '!';
      print(out, () -> KeyPair.fromPem(damaged));
    }
    print(out, () -> secret.sign(new byte[31]));
    print(out, () -> KeyPair.of(curve, secret.privateKey(), KeyPair.generate(curve).publicKey()));
    out.flush();

    assertThat(text.toString())
        .contains("Exception")
        .doesNotContainIgnoringCase(HexFormat.of().formatHex(secret.privateKey(), 4, 16))
        .doesNotContain(Base64.getEncoder().encodeToString(secret.privateKey()).substring(0, 20))
        .doesNotContain(new String(pem, US_ASCII).substring(40, 60));
  }

  private static void print(PrintWriter out, Callable<?> action) {
    try {
      action.call();
    } catch (Exception e) {
      e.printStackTrace(out);
    }
  }

  @Test
  void portedCodeSeesWhySigningFailed() {
    byte[] signature = pair.sign(DIGEST);
    assertThat(LastError.code()).isZero();

    assertThatThrownBy(() -> pair.sign(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    assertThat(LastError.code()).isEqualTo(StatusCode.EOTHER.code());
    assertThat(LastError.text()).contains("31 bytes");

    pair.destroy();
    assertThatThrownBy(() -> pair.sign(DIGEST)).isInstanceOf(IllegalStateException.class);
    assertThat(LastError.code()).isEqualTo(StatusCode.EBADKEYPAIR.code());

    assertThat(pair.verify(DIGEST, signature)).isTrue();
    assertThat(LastError.code()).isZero();
    assertThat(LastError.text()).isEmpty();
  }
}
