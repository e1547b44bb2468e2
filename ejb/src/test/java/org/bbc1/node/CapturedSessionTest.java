package org.bbc1.node;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bbc1.message.Command;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.command.NodeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays the client's side of session {@code raw-1} and compares the answers byte by byte. */
class CapturedSessionTest {

  @TempDir Path folder;

  @Test
  void sessionOfTheReferenceClientIsAnsweredByteByByte() throws IOException {
    JsonObject session = CapturedFrames.session("raw-1");
    Map<Integer, CapturedFrames.Frame> frames = new HashMap<>();
    CapturedFrames.frames(session).forEach(frame -> frames.put(frame.index(), frame));
    Files.writeString(
        folder.resolve(NodeKey.FILE_NAME),
        session.getJsonObject("node_key").getString("private_key_pem"));

    try (TestNode node = TestNode.in(folder).withNodeKey().start()) {
      assertAnswer(node, frames.get(1).message(), frames.get(2));
      node.tellSilently(frames.get(3).message());
      Message insert = frames.get(4).message();
      assertAnswer(node, insert, frames.get(5));
      assertAnswer(node, withQueryId(insert, "0400"), frames.get(6));
      assertAnswer(node, frames.get(7).message(), frames.get(8));
      assertAnswer(node, frames.get(9).message(), frames.get(10));
      assertAnswer(node, frames.get(11).message(), frames.get(12));
      assertAnswer(node, count(insert), frames.get(13));
      Message traversal = CapturedFrames.decode(body(frames.get(16)));
      node.ask(insertOf(insert, traversal.bytesTree(KeyType.TRANSACTION_TREE).get(0).get(0)));
      assertAnswer(node, traverse(insert, traversal), frames.get(16));
      node.tellSilently(frames.get(20).message());
      assertThat(node.port().isDisconnected(TestNode.CONNECTION)).isTrue();
    }
  }

  private static void assertAnswer(TestNode node, Message request, CapturedFrames.Frame expected) {
    HexFormat hex = HexFormat.of();
    Message reply = node.ask(request);
    assertThat(names(reply))
        .as(expected.command())
        .isEqualTo(names(CapturedFrames.decode(body(expected))));
    assertThat(hex.formatHex(Frames.encode(reply)))
        .as(expected.command())
        .isEqualTo(hex.formatHex(expected.allBin()));
  }

  private static List<KeyType> names(Message message) {
    List<KeyType> names = new ArrayList<>();
    message.fields().keySet().forEach(number -> names.add(KeyType.ofNumber(number)));
    return names;
  }

  private static byte[] body(CapturedFrames.Frame frame) {
    byte[] bytes = frame.allBin();
    return java.util.Arrays.copyOfRange(bytes, 8, bytes.length);
  }

  private static Message withQueryId(Message message, String queryId) {
    return message.toBuilder().put(KeyType.QUERY_ID, HexFormat.of().parseHex(queryId)).build();
  }

  private static Message.Builder skeleton(Message model, Command command, String queryId) {
    return withQueryId(model, queryId).toBuilder()
        .put(KeyType.COMMAND, command.number())
        .remove(KeyType.TRANSACTION_DATA)
        .remove(KeyType.ALL_ASSET_FILES);
  }

  private static Message count(Message model) {
    return skeleton(model, Command.REQUEST_COUNT_TRANSACTIONS, "0800").build();
  }

  private static Message insertOf(Message model, byte[] wire) {
    return skeleton(model, Command.REQUEST_INSERT, "0a00")
        .put(KeyType.TRANSACTION_DATA, wire)
        .put(KeyType.ALL_ASSET_FILES, Map.of())
        .build();
  }

  private static Message traverse(Message model, Message expected) {
    return skeleton(model, Command.REQUEST_TRAVERSE_TRANSACTIONS, "0b00")
        .put(KeyType.TRANSACTION_ID, expected.bytes(KeyType.TRANSACTION_ID))
        .put(KeyType.DIRECTION, 1)
        .put(KeyType.HOP_COUNT, 3)
        .build();
  }
}
