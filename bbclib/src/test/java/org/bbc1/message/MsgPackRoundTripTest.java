package org.bbc1.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsgPackRoundTripTest {

  private static final int DEEPEST = 5;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsWrittenIsReadBackTheSame(long seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Message message = message(random);

      assertThat(MsgPackCodec.decode(MsgPackCodec.encode(message, Dialect.BIN)).message())
          .isEqualTo(message);
      Message allBin = MsgPackCodec.decode(MsgPackCodec.encodeAllBin(message)).message();
      assertThat(MsgPackCodec.encode(allBin)).isEqualTo(MsgPackCodec.encodeAllBin(message));
      Message raw = MsgPackCodec.decode(MsgPackCodec.encode(message, Dialect.RAW)).message();
      assertThat(MsgPackCodec.encode(raw)).isEqualTo(MsgPackCodec.encodeAllBin(message));
    }
  }

  private static Message message(Random random) {
    Message.Builder builder = Message.builder();
    int fields = random.nextInt(20);
    for (int i = 0; i < fields; i++) {
      builder.putByNumber(random.nextInt(0xff), value(random, 0));
    }
    return builder.build();
  }

  private static Value value(Random random, int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 9 : 7)) {
      case 0 -> Value.nil();
      case 1 -> new Value.Bool(random.nextBoolean());
      case 2 -> integer(random);
      case 3 -> new Value.FloatingPoint(random.nextFloat(), random.nextBoolean());
      case 4 -> new Value.Bytes(bytes(random));
      case 5 -> new Value.Text("k\u00e4se".repeat(random.nextInt(80)));
      case 6 -> new Value.Extension((byte) random.nextInt(), bytes(random));
      case 7 -> list(random, depth);
      default -> map(random, depth);
    };
  }

  private static Value integer(Random random) {
    long bits = random.nextLong() >> random.nextInt(64);
    return random.nextInt(10) == 0 ? Value.Int.ofUnsigned(bits) : new Value.Int(bits);
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(50) == 0 ? 70_000 : random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Value list(Random random, int depth) {
    List<Value> items = new ArrayList<>();
    int size = random.nextInt(20);
    for (int i = 0; i < size; i++) {
      items.add(value(random, depth + 1));
    }
    return new Value.ListValue(items);
  }

  /** Keys are texts here: in the other forms a text and bytes would become one key. */
  private static Value map(Random random, int depth) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    int size = random.nextInt(20);
    for (int i = 0; i < size; i++) {
      entries.put(new Value.Text("key" + random.nextInt(1000)), value(random, depth + 1));
    }
    return new Value.MapValue(entries);
  }
}
