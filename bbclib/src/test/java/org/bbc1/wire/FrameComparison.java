package org.bbc1.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.PayloadType;
import org.bbc1.message.Value;

/**
 * Compares what a node sent with what was captured: the same fields in the same order with the same
 * contents, in the all-bin form. What must differ between two nodes or two runs is compared by its
 * shape only.
 */
final class FrameComparison {

  private static final Set<KeyType> DIFFERENT_IN_EVERY_RUN =
      Set.of(
          KeyType.NODE_ID,
          KeyType.SOURCE_NODE_ID,
          KeyType.DESTINATION_NODE_ID,
          KeyType.ECDH,
          KeyType.NEIGHBOR_LIST,
          KeyType.STATS,
          KeyType.BBC_CONFIGURATION,
          KeyType.MERKLE_TREE);
  private static final int NEIGHBOUR = 63;

  private final CapturedFrame captured;
  private boolean masked;

  private FrameComparison(CapturedFrame captured) {
    this.captured = captured;
  }

  /**
   * @param body the map that the node sent, decrypted
   */
  static void assertSame(CapturedFrame captured, byte[] body) {
    new FrameComparison(captured).compare(body);
  }

  private void compare(byte[] body) {
    AllBin.check(body);
    Message expected = captured.message();
    Message actual = WireFrame.decode(body);
    assertThat(names(actual))
        .as("fields of %s, which is %s", captured, contents(actual))
        .isEqualTo(names(expected));
    Message.Builder asThisNode = Message.builder();
    expected
        .fields()
        .forEach((number, value) -> asThisNode.putByNumber(number, field(number, value, actual)));
    assertThat(contents(actual)).as("%s", captured).isEqualTo(contents(asThisNode.build()));
    assertBytes(body);
  }

  /** The bytes too where the capture tells them: no field masked, no text of a client's own. */
  private void assertBytes(byte[] body) {
    byte[] allBin = captured.allBin();
    boolean ownText =
        !HexFormat.of()
            .formatHex(MsgPackCodec.encode(captured.message()))
            .equals(HexFormat.of().formatHex(MsgPackCodec.encodeAllBin(captured.message())));
    if (allBin != null && !masked && !ownText) {
      assertThat(HexFormat.of().formatHex(Frames.encode(PayloadType.MSGPACK, body)))
          .as("bytes of %s", captured)
          .isEqualTo(HexFormat.of().formatHex(allBin));
    }
  }

  /** What the field must be: the captured value in the form of a node, or ours where masked. */
  private Value field(int number, Value value, Message actual) {
    KeyType key = KeyType.ofNumber(number);
    if (key == null || key == KeyType.MESSAGE) {
      return value;
    }
    boolean keyName = key == KeyType.HINT && actual.has(KeyType.ECDH);
    if (keyName || DIFFERENT_IN_EVERY_RUN.contains(key)) {
      masked = true;
      assertShape(key, value, actual);
      return Objects.requireNonNull(actual.get(key));
    }
    if (key == KeyType.HINT) {
      return value;
    }
    return key == KeyType.ASSET_GROUP_IDS ? inOrderOf(actual, key, value) : bin(value);
  }

  private void assertShape(KeyType key, Value expected, Message actual) {
    assertThat(actual.get(key)).as("%s of %s", key, captured).hasSameClassAs(bin(expected));
    switch (key) {
      case NEIGHBOR_LIST -> assertNeighbours(actual.bytes(key));
      case STATS -> assertStatistics((Value.MapValue) actual.get(key));
      case BBC_CONFIGURATION -> assertJsonObject(actual.text(key));
      case MERKLE_TREE -> assertSameResult((Value.MapValue) expected, actual);
      default -> assertThat(actual.bytes(key)).as("%s", key).hasSameSizeAs(bytes(bin(expected)));
    }
  }

  private static void assertNeighbours(byte[] list) {
    int count = ByteBuffer.wrap(list).getInt();
    assertThat(count).isPositive();
    assertThat(list).hasSize(Integer.BYTES + NEIGHBOUR * count);
  }

  private static void assertStatistics(Value.MapValue categories) {
    assertThat(categories.entries()).isNotEmpty();
    categories
        .entries()
        .forEach(
            (category, items) -> {
              assertThat(category).isInstanceOf(Value.Bytes.class);
              assertThat(((Value.MapValue) items).entries().values())
                  .allSatisfy(number -> assertThat(number).isInstanceOf(Value.Int.class));
            });
  }

  private static void assertJsonObject(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      assertThat(reader.readObject()).isNotEmpty();
    }
  }

  private static void assertSameResult(Value.MapValue expected, Message actual) {
    Value.MapValue tree = (Value.MapValue) actual.get(KeyType.MERKLE_TREE);
    Value result = Value.Bytes.ofText("result");
    Map<Value, Value> captured = ((Value.MapValue) bin(expected)).entries();
    assertThat(tree.entries().get(result)).isEqualTo(captured.get(result));
  }

  /** The captured list in the order in which the node sent it, if it has the same items. */
  private Value inOrderOf(Message actual, KeyType key, Value expected) {
    Value list = bin(expected);
    Value sent = actual.get(key);
    if (sent instanceof Value.ListValue ours
        && list instanceof Value.ListValue theirs
        && !ours.equals(theirs)
        && ours.items().size() == theirs.items().size()
        && ours.items().containsAll(theirs.items())) {
      masked = true;
      return sent;
    }
    return list;
  }

  private static byte[] bytes(Value value) {
    return ((Value.Bytes) value).value();
  }

  /** The value as a node sends it: texts as bytes. */
  static Value bin(Value value) {
    if (value instanceof Value.Text text) {
      return new Value.Bytes(text.utf8());
    }
    if (value instanceof Value.ListValue list) {
      return new Value.ListValue(list.items().stream().map(FrameComparison::bin).toList());
    }
    if (value instanceof Value.MapValue map) {
      Map<Value, Value> entries = new LinkedHashMap<>();
      map.entries().forEach((name, content) -> entries.put(bin(name), bin(content)));
      return new Value.MapValue(entries);
    }
    return value;
  }

  private static List<String> names(Message message) {
    List<String> names = new ArrayList<>();
    message.fields().keySet().forEach(number -> names.add(name(number)));
    return names;
  }

  private static Map<String, Value> contents(Message message) {
    Map<String, Value> contents = new LinkedHashMap<>();
    message.fields().forEach((number, value) -> contents.put(name(number), value));
    return contents;
  }

  private static String name(int number) {
    KeyType key = KeyType.ofNumber(number);
    return key == null ? String.format("%08x", number) : key.name();
  }
}
