package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.TlvCodec;
import org.bbc1.message.Value;
import org.bbc1.wire.AllBin;
import org.bbc1.wire.WireClient;
import org.bbc1.wire.WireFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd frames and odd maps. Source: client-protocol 1, 2, 16. */
class HostileFramesTest extends HostileTestBase {

  private static final byte[] KEY_COMMAND = HexFormat.of().parseHex("c40400000009");
  private static final int MANY = 200;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 0xffff})
  void emptyFrameDoesNotHoldUpTheFramesBehindIt(int payloadType) {
    hostile.send(concat(WireClient.frame(payloadType, new byte[0]), frameOf(probe())));

    assertThat(hostile.receive().message().integer(KeyType.STATUS)).isZero();
    assertOthersServed();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 255, 256, 0xffff})
  void frameOfAnUnknownTypeDoesNotHoldUpTheFramesBehindIt(int payloadType) {
    hostile.send(concat(WireClient.frame(payloadType, new byte[1000]), frameOf(probe())));

    assertThat(hostile.receive().message().integer(KeyType.STATUS)).isZero();
    assertOthersServed();
  }

  @Test
  void formatVersionIsIgnored() {
    byte[] frame = frameOf(probe());
    frame[3] = 7;
    hostile.send(frame);

    assertThat(hostile.receive().message().integer(KeyType.STATUS)).isZero();
  }

  @Test
  void frameThatComesByteByByteIsAnswered() {
    for (byte one : frameOf(probe())) {
      hostile.send(new byte[] {one});
    }

    assertThat(hostile.receive().message().integer(KeyType.STATUS)).isZero();
  }

  @Test
  void framesInOneSegmentAreAnsweredInTheirOrder() {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    List<Value> sent = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Message request = probe();
      sent.add(request.get(KeyType.QUERY_ID));
      segment.writeBytes(frameOf(request));
    }
    hostile.send(segment.toByteArray());

    List<Value> received = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      received.add(hostile.receive().message().get(KeyType.QUERY_ID));
    }
    assertThat(received).isEqualTo(sent);
  }

  @Test
  void tlvFrameIsAnsweredInMsgpack() {
    hostile.send(0, TlvCodec.encode(probe()));

    WireFrame reply = hostile.receive();
    assertThat(reply.payloadType()).isEqualTo(WireClient.MSGPACK);
    assertThat(reply.message().integer(KeyType.STATUS)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00", // no field
        "0000000900000001000000080000000000000b", // cut in the number
        "00000009000000010000000400000011", // integer of four bytes
        "0000000900000000ffffffff00", // length past the end
        "000000090000000100000008000000000000001b00", // a byte behind the last field
      })
  void brokenTlvFrameClosesTheConnection(String body) {
    hostile.send(0, HexFormat.of().parseHex(body));

    assertClosed();
  }

  @Test
  void tlvListNestedWithoutEndClosesTheConnection() {
    byte[] nested = new byte[0];
    for (int i = 0; i < 10_000; i++) {
      nested = concat(ByteBuffer.allocate(8).putInt(3).putInt(nested.length).array(), nested);
    }
    hostile.send(0, concat(KeyType.NODE_INFO.bytes(), nested));

    assertClosed();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 64})
  void encryptedFrameWithoutAKeyClosesTheConnection(int length) {
    hostile.send(WireClient.ENCRYPTED, new byte[length]);

    assertClosed();
  }

  @ParameterizedTest
  @CsvSource({
    "no msgpack type, c1",
    "cut in the first key, 81c404000000",
    "value missing, 81c40400000009",
    "bytes behind the map, 8000",
    "two maps, 8080",
    "map of 4 billion entries, dfffffffff",
    "list of 4 billion items, ddffffffff",
    "bytes of 4 GiB, 81c40400000070c6ffffffff",
    "text of 4 GiB, 81c40400000070dbffffffff",
    "extension of 4 GiB, 81c40400000070c9ffffffff01",
  })
  void undecodableBodyClosesTheConnection(String name, String body) {
    hostile.send(WireClient.MSGPACK, HexFormat.of().parseHex(body));

    assertClosed();
  }

  @ParameterizedTest
  @ValueSource(bytes = {(byte) 0x81, (byte) 0x91})
  void nestingWithoutEndClosesTheConnection(byte level) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(HexFormat.of().parseHex("81c4040000000c"));
    for (int i = 0; i < 100_000; i++) {
      body.write(level);
      if (level == (byte) 0x81) {
        body.write(0xc0);
      }
    }
    body.write(0xc0);
    hostile.send(WireClient.MSGPACK, body.toByteArray());

    assertClosed();
  }

  @Test
  void moreValuesThanAMessageMayHaveCloseTheConnection() {
    byte[] body = new byte[5 + (1 << 21)];
    ByteBuffer.wrap(body).put((byte) 0xdd).putInt(1 << 21);
    hostile.send(WireClient.MSGPACK, body);

    assertClosed();
  }

  @ParameterizedTest
  @ValueSource(longs = {0xffffffffL, 0x80000000L, 128L * 1024 * 1024 + 1})
  void announcementAboveTheLimitClosesTheConnection(long length) {
    hostile.send(ByteBuffer.allocate(8).putInt(2 << 16).putInt((int) length).array());

    assertClosed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c0", "c3", "05", "90", "a0", "c400", "cb0000000000000000", "d60101020304"})
  void valueThatIsNoMapIsIgnored(String body) {
    hostile.send(WireClient.MSGPACK, HexFormat.of().parseHex(body));

    assertIgnored();
  }

  @ParameterizedTest
  @CsvSource({
    "nil, c0",
    "true, c3",
    "17.0 as double, cb4031000000000000",
    "17.0 as float, ca41880000",
    "17 as text, a23137",
    "17 as bytes, c40111",
    "negative, ff",
    "unused number, 02",
    "unused number, 14",
    "unused large number, cd0100",
    "17 + 2^32, cf0000000100000011",
    "2^64 - 1, cfffffffffffffffff",
    "list, 9111",
    "map, 811111",
    "only sent by nodes: RESPONSE_INSERT, 48",
    "only sent by nodes: REQUEST_SIGNATURE, 45",
    "only sent by nodes: NOTIFY_INSERTED, 49",
  })
  void mapWithoutAUsableCommandIsIgnored(String name, String value) {
    byte[] rest = MsgPackCodec.encode(probe().toBuilder().remove(KeyType.COMMAND).build());
    byte[] body = concat(KEY_COMMAND, HexFormat.of().parseHex(value));
    byte[] entries = java.util.Arrays.copyOfRange(rest, 1, rest.length);
    hostile.send(
        WireClient.MSGPACK, concat(new byte[] {(byte) (rest[0] + 1)}, concat(body, entries)));

    assertIgnored();
  }

  @Test
  void emptyMapIsIgnored() {
    hostile.send(WireClient.MSGPACK, new byte[] {(byte) 0x80});

    assertIgnored();
  }

  @Test
  void lastOfTwoEqualKeysWins() {
    byte[] twice = concat(KEY_COMMAND, new byte[] {17});
    byte[] body = MsgPackCodec.encode(probe());
    byte[] entries = java.util.Arrays.copyOfRange(body, 1, body.length);
    hostile.send(
        WireClient.MSGPACK, concat(new byte[] {(byte) (body[0] + 1)}, concat(twice, entries)));

    assertThat(hostile.receive().message().commandNumber())
        .hasValue(Command.RESPONSE_GET_NODEID.number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"05", "c40100", "c4050000000900", "c0", "c3", "a0", "cb0000000000000000"})
  void foreignKeyIsPassedOver(String key) {
    byte[] body = MsgPackCodec.encode(probe());
    byte[] entries = java.util.Arrays.copyOfRange(body, 1, body.length);
    byte[] entry = concat(HexFormat.of().parseHex(key), new byte[] {1});
    hostile.send(
        WireClient.MSGPACK, concat(new byte[] {(byte) (body[0] + 1)}, concat(entry, entries)));

    assertThat(hostile.receive().message().integer(KeyType.STATUS)).isZero();
    assertOthersServed();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void dialectMayChangeWithinAConnection(Dialect second) {
    hostile.send(probe(), Dialect.RAW);
    AllBin.check(hostile.receive().body());
    hostile.send(probe(), second);
    AllBin.check(hostile.receive().body());
  }

  private static byte[] frameOf(Message message) {
    return WireClient.frame(WireClient.MSGPACK, MsgPackCodec.encode(message));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
