package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.TransactionFormatException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Packed cross references and signatures, the two blobs of a proof; transaction format section 9.2.
 */
class ProofFuzzTest {

  private static final List<SignatureEngine> ENGINES =
      List.of(SignatureEngines.fastest(), SignatureEngines.bouncyCastle());

  private static final long FACTOR = 16;

  static Stream<byte[]> seeds() {
    return Stream.concat(Seeds.proofs("cross_ref_data"), Seeds.proofs("sigdata"));
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] packed) throws Exception {
    CrossRef crossRef = read(packed, CrossRef::unpack);
    if (crossRef != null) {
      assertThat(crossRef.pack()).isEqualTo(packed);
    }
    Signature signature = read(packed, Signature::unpack);
    if (signature != null) {
      assertThat(signature.pack()).isEqualTo(packed);
      for (SignatureEngine engine : ENGINES) {
        assertThat(signature.verify(engine, new byte[32])).isFalse();
      }
    }
  }

  private static <T> @Nullable T read(byte[] packed, Function<byte[], T> unpacking)
      throws Exception {
    try {
      return Allocation.bounded(packed.length, FACTOR, () -> unpacking.apply(packed));
    } catch (TransactionFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return null;
    }
  }
}
