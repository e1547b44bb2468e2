package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.TlvCodec;
import org.junit.jupiter.params.provider.MethodSource;

/** TLV documents, client protocol section 3. */
class TlvFuzzTest {

  private static final long FACTOR = 64;

  static Stream<byte[]> seeds() {
    return Seeds.tlv();
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] document) throws Exception {
    Message message;
    try {
      message = Allocation.bounded(document.length, FACTOR, () -> TlvCodec.decode(document));
    } catch (MessageCodecException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    byte[] encoded = TlvCodec.encode(message);
    assertThat(TlvCodec.decode(encoded)).isEqualTo(message);
    assertThat(TlvCodec.encode(TlvCodec.decode(encoded))).isEqualTo(encoded);
    MessageOracle.checkAccessors(message);
  }
}
