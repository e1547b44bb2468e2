package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of messages in msgpack, client protocol section 2. */
class MessageMapFuzzTest {

  /** The smallest values cost the most: objects for one or two bytes each. */
  private static final long FACTOR = 256;

  static Stream<byte[]> seeds() {
    return Seeds.messageMaps();
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] body) throws Exception {
    Message message;
    try {
      message = Allocation.bounded(body.length, FACTOR, () -> MsgPackCodec.decode(body)).message();
    } catch (MessageCodecException | NotAMapException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    byte[] encoded = MsgPackCodec.encode(message);
    assertThat(MsgPackCodec.encode(MsgPackCodec.decode(encoded).message())).isEqualTo(encoded);
    for (Dialect dialect : Dialect.values()) {
      Message again = MsgPackCodec.decode(MsgPackCodec.encode(message, dialect)).message();
      assertThat(again.fields().keySet()).isEqualTo(message.fields().keySet());
      assertThat(MsgPackCodec.decode(MsgPackCodec.encode(again, dialect)).message())
          .isEqualTo(again);
    }
    MessageOracle.checkAccessors(message);
  }
}
