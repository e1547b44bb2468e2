package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.function.Function;
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
    checkForm(message, MsgPackCodec::encode);
    checkForm(message, MsgPackCodec::encodeAllBin);
    checkForm(message, each -> MsgPackCodec.encode(each, Dialect.RAW));
    checkForm(message, each -> MsgPackCodec.encode(each, Dialect.BIN));
    MessageOracle.checkAccessors(message);
  }

  /** A form may merge text and bytes, once; from then on nothing changes. */
  private static void checkForm(Message message, Function<Message, byte[]> form) throws Exception {
    Message written = MsgPackCodec.decode(form.apply(message)).message();
    assertThat(written.fields().keySet()).isEqualTo(message.fields().keySet());
    byte[] again = form.apply(written);
    assertThat(MsgPackCodec.decode(again).message()).isEqualTo(written);
    assertThat(form.apply(MsgPackCodec.decode(again).message())).isEqualTo(again);
  }
}
