package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignatureEnginesTest {

  @Test
  void theSettingChoosesTheCurves() {
    assertThat(SignatureEngines.allowed("all")).containsExactlyInAnyOrder(Curve.values());
    assertThat(SignatureEngines.allowed("")).containsExactlyInAnyOrder(Curve.values());
    assertThat(SignatureEngines.allowed("p256")).containsExactly(Curve.P256);
    assertThat(SignatureEngines.allowed(" SECP256K1 ")).containsExactly(Curve.SECP256K1);
    assertThat(SignatureEngines.allowed("none")).isEmpty();
  }

  @Test
  void anUnknownSettingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignatureEngines.allowed("fast"))
        .withMessageContaining(SignatureEngines.ACCELERATORS_PROPERTY);
  }

  @Test
  void withoutAcceleratorsThePlainEngineIsUsed() {
    assertThat(SignatureEngines.accelerated(Set.of())).isSameAs(SignatureEngines.bouncyCastle());
  }

  @Test
  void decodedKeysAreKeptAndBounded() {
    PublicKeyCache<Integer> cache = new PublicKeyCache<>(10);
    AtomicInteger decoded = new AtomicInteger();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 10; i++) {
        assertThat(cache.get(new byte[] {(byte) i}, key -> decoded.getAndIncrement())).isNotNull();
      }
    }
    assertThat(decoded).hasValue(10);
    for (int i = 0; i < 1000; i++) {
      byte[] key = {(byte) (i >> 8), (byte) i};
      assertThat(cache.get(key, bytes -> 1)).isEqualTo(1);
    }
    assertThat(cache.size()).isLessThanOrEqualTo(20);
  }

  @Test
  void whatDoesNotDecodeIsNotKept() {
    PublicKeyCache<Integer> cache = new PublicKeyCache<>(10);

    assertThat(cache.get(new byte[1], key -> null)).isNull();
    assertThat(cache.size()).isZero();
  }
}
