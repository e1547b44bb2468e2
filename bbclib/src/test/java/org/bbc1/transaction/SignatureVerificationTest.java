package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.error.LastError;
import org.bbc1.error.StatusCode;
import org.junit.jupiter.api.Test;

/** The verdict on one signature, and what ported code sees of it. All keys are test keys. */
class SignatureVerificationTest {

  private static final byte[] DIGEST = new byte[32];

  private final SignatureEngine engine = SignatureEngines.fastest();
  private final KeyPair pair = KeyPair.generate(Curve.P256);
  private final KeyPair other = KeyPair.generate(Curve.P256);

  private Signature signature(boolean withKey) {
    return Signature.of(Curve.P256, withKey ? pair.publicKey() : null, pair.sign(DIGEST));
  }

  @Test
  void theKeyInsideGoesBeforeTheOneGiven() {
    assertThat(signature(true).verify(engine, DIGEST)).isTrue();
    assertThat(signature(true).verify(engine, DIGEST, other.publicKey())).isTrue();
    assertThat(signature(false).verify(engine, DIGEST, pair.publicKey())).isTrue();
    assertThat(signature(false).verify(engine, DIGEST, other.publicKey())).isFalse();
  }

  @Test
  void aMissingKeyIsAnErrorAndABadSignatureAnAnswer() {
    assertThat(signature(false).verify(engine, DIGEST)).isFalse();
    assertThat(LastError.code()).isEqualTo(StatusCode.EBADKEYPAIR.code());
    assertThat(LastError.text()).isNotEmpty();

    assertThat(signature(true).verify(engine, pair.keyId())).isFalse();
    assertThat(LastError.code()).isZero();

    assertThat(Signature.EMPTY.verify(engine, DIGEST)).isFalse();
    assertThat(LastError.code()).isEqualTo(StatusCode.EBADKEYPAIR.code());

    assertThat(signature(true).verify(engine, DIGEST)).isTrue();
    assertThat(LastError.code()).isZero();
  }
}
