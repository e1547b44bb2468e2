package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.bbc1.id.AssetId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MessageFieldException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;
import org.bbc1.message.PayloadType;
import org.bbc1.message.TlvCodec;
import org.jspecify.annotations.Nullable;

/** What must hold for whatever is read as a message. */
final class MessageOracle {

  private MessageOracle() {}

  /** Each typed accessor answers or throws the one exception that it declares. */
  static void checkAccessors(Message message) {
    List<Consumer<KeyType>> accessors =
        List.of(
            message::optText,
            message::optInteger,
            message::optBool,
            key -> message.optId(key, AssetId::of),
            message::bytesList,
            message::bytesTree,
            key -> message.bytesMap(key, AssetId::of));
    for (Integer number : message.fields().keySet()) {
      KeyType key = KeyType.ofNumber(number);
      if (key != null) {
        accessors.forEach(accessor -> read(accessor, key));
      }
    }
    assertThat(message.unknownFields().size()).isLessThanOrEqualTo(message.size());
    assertThat(message.commandNumber()).isNotNull();
  }

  private static void read(Consumer<KeyType> accessor, KeyType key) {
    try {
      accessor.accept(key);
    } catch (MessageFieldException illTyped) {
      assertThat(illTyped.key()).isEqualTo(key);
    }
  }

  /** Decodes a body as a receiver does. */
  static void decode(@Nullable PayloadType type, byte[] body) {
    try {
      Message message =
          type == PayloadType.TLV ? TlvCodec.decode(body) : MsgPackCodec.decode(body).message();
      checkAccessors(message);
    } catch (MessageCodecException | NotAMapException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }
}
