package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.TransactionFormatException;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed signatures, one of the two blobs of a proof. */
class SignatureFuzzTest {

  private static final List<SignatureEngine> ENGINES =
      List.of(SignatureEngines.fastest(), SignatureEngines.bouncyCastle());

  private static final long FACTOR = 16;

  static Stream<byte[]> seeds() {
    return Seeds.proofs("sigdata");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] packed) throws Exception {
    Signature signature;
    try {
      signature = Allocation.bounded(packed.length, FACTOR, () -> Signature.unpack(packed));
    } catch (TransactionFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(signature.pack()).isEqualTo(packed);
    for (SignatureEngine engine : ENGINES) {
      assertThat(signature.verify(engine, new byte[32])).isFalse();
    }
  }
}
