package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.codec.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proofs made from transactions of this library. */
class CrossRefProofTest {

  private final CrossRefProof proof = new CrossRefProof(SignatureEngines.fastest());
  private final TestTransactions make = new TestTransactions(31);
  private final DomainId domain = make.domain();
  private final TransactionId named = make.transactionId();
  private final KeyPair keyPair = make.keyPair(Curve.SECP256K1);

  private Transaction carrier(TransactionBuilder builder) {
    return builder.timestamp(1).crossRef(domain, named).build();
  }

  private boolean isProved(
      byte[] baseDigest, byte[] crossRef, byte[] signature, FormatType format, Dialect dialect) {
    return proof.verify(domain, named, baseDigest, crossRef, signature, format, dialect);
  }

  @ParameterizedTest
  @EnumSource
  void aCarrierOfEachFormatProvesInItsOwnFormatAndDialectOnly(FormatType format) {
    for (Dialect dialect : Dialect.values()) {
      Transaction carrier = carrier(TransactionBuilder.legacy(format, 32, dialect));
      byte[] crossRef = carrier.crossRef().pack();
      byte[] signature = carrier.sign(keyPair).pack();

      for (FormatType claimed : FormatType.values()) {
        for (Dialect claimedDialect : Dialect.values()) {
          assertThat(isProved(carrier.baseDigest(), crossRef, signature, claimed, claimedDialect))
              .as("%s %s as %s %s", format, dialect, claimed, claimedDialect)
              .isEqualTo(encoding(format, dialect).equals(encoding(claimed, claimedDialect)));
        }
      }
    }
  }

  private static String encoding(FormatType format, Dialect dialect) {
    return format.isPacked() ? "packed" : format.encoding(dialect).toString();
  }

  @Test
  void changedCutOrLongerDataProvesNothing() {
    Transaction carrier = carrier(Transaction.builder());
    byte[] base = carrier.baseDigest();
    byte[] crossRef = carrier.crossRef().pack();
    byte[] signature = carrier.sign(keyPair).pack();

    assertThat(proof.verify(domain, named, base, crossRef, signature)).isTrue();
    assertThat(proof.verify(make.domain(), named, base, crossRef, signature)).isFalse();
    assertThat(proof.verify(domain, make.transactionId(), base, crossRef, signature)).isFalse();
    for (int length = 0; length < 300; length++) {
      assertThat(proves(length, base, crossRef, signature, 0)).isEqualTo(length == base.length);
      assertThat(proves(length, base, crossRef, signature, 1)).isEqualTo(length == crossRef.length);
      assertThat(proves(length, base, crossRef, signature, 2))
          .isEqualTo(length == signature.length);
    }
  }

  private boolean proves(int length, byte[] base, byte[] crossRef, byte[] signature, int resized) {
    return proof.verify(
        domain,
        named,
        resized == 0 ? Arrays.copyOf(base, length) : base,
        resized == 1 ? Arrays.copyOf(crossRef, length) : crossRef,
        resized == 2 ? Arrays.copyOf(signature, length) : signature);
  }

  @Test
  void aSignatureWithoutPublicKeyOrAnEmptySlotProvesNothing() {
    Transaction carrier = carrier(Transaction.builder());
    byte[] crossRef = carrier.crossRef().pack();

    for (Signature signature :
        new Signature[] {carrier.signWithoutPublicKey(keyPair), Signature.EMPTY}) {
      assertThat(proof.verify(domain, named, carrier.baseDigest(), crossRef, signature.pack()))
          .isFalse();
    }
  }
}
