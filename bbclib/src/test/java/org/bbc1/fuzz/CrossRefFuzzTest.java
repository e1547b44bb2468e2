package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.TransactionFormatException;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed cross references, one of the two blobs of a proof, and the proof itself. */
class CrossRefFuzzTest {

  private static final long FACTOR = 16;

  static Stream<byte[]> seeds() {
    return Seeds.proofs("cross_ref_data");
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] packed) throws Exception {
    CrossRef crossRef;
    try {
      crossRef = Allocation.bounded(packed.length, FACTOR, () -> CrossRef.unpack(packed));
    } catch (TransactionFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(crossRef.pack()).isEqualTo(packed);
    assertThat(CrossRef.unpack(crossRef.pack())).isEqualTo(crossRef);
  }
}
