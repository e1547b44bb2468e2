package org.bbc1.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientFrameVectorsTest {

  static Stream<ClientFrameVectors.Frame> frames() {
    return ClientFrameVectors.frames();
  }

  static Stream<ClientFrameVectors.Frame> framesOfTheNode() {
    return frames().filter(frame -> frame.has("all_bin_hex"));
  }

  static Stream<JsonObject> tlvDocuments() {
    return ClientFrameVectors.root().getJsonArray("tlv").getValuesAs(JsonObject.class).stream();
  }

  static Stream<JsonObject> tlvFrames() {
    return ClientFrameVectors.root()
        .getJsonArray("constructed_type0_frames")
        .getValuesAs(JsonObject.class)
        .stream();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void headerOfACapturedFrameIsRead(ClientFrameVectors.Frame frame) {
    FrameHeader header = FrameHeader.read(ByteBuffer.wrap(frame.bytes()));

    assertThat(header)
        .isEqualTo(
            new FrameHeader(
                frame.json().getInt("payload_type"),
                frame.json().getInt("format_version"),
                frame.json().getInt("body_length")));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void capturedFrameDecodesToItsFieldsInTheirOrder(ClientFrameVectors.Frame frame)
      throws Exception {
    Message message = MsgPackCodec.decode(frame.plainBody()).message();

    assertThat(new ArrayList<>(message.fields().entrySet()))
        .isEqualTo(new ArrayList<>(frame.decoded().entrySet()));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void dialectIsToldByTheFormOfTheKeys(ClientFrameVectors.Frame frame) throws Exception {
    Dialect dialect = MsgPackCodec.decode(frame.plainBody()).dialect();

    assertThat(dialect).isEqualTo(frame.session().startsWith("bin") ? Dialect.BIN : Dialect.RAW);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void messageWrittenInTheDialectOfItsSenderHasTheCapturedBytes(ClientFrameVectors.Frame frame)
      throws Exception {
    DecodedMessage decoded = MsgPackCodec.decode(frame.plainBody());

    assertThat(MsgPackCodec.encode(decoded.message(), decoded.dialect()))
        .isEqualTo(frame.plainBody());
  }

  @ParameterizedTest
  @MethodSource("framesOfTheNode")
  void everyStringOfANodeFrameCanGoOutAsBin(ClientFrameVectors.Frame frame) throws Exception {
    Message message = MsgPackCodec.decode(frame.plainBody()).message();

    assertThat(Frames.encode(PayloadType.MSGPACK, MsgPackCodec.encodeAllBin(message)))
        .isEqualTo(ClientFrameVectors.hex(frame.json(), "all_bin_hex"));
  }

  @ParameterizedTest
  @MethodSource("framesOfTheNode")
  void nodeFrameIsAllBinUnlessItForwardsAText(ClientFrameVectors.Frame frame) throws Exception {
    Message message = MsgPackCodec.decode(frame.plainBody()).message();
    boolean forwardsText = frame.toString().equals("bin-1 #6 MESSAGE");

    byte[] expected =
        forwardsText ? frame.bytes() : ClientFrameVectors.hex(frame.json(), "all_bin_hex");
    assertThat(Frames.encode(message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void commandOfACapturedFrameIsKnown(ClientFrameVectors.Frame frame) throws Exception {
    int number = MsgPackCodec.decode(frame.plainBody()).message().commandNumber().orElseThrow();
    boolean toNode = frame.json().getString("direction").equals("client->core");

    Command command = toNode ? Command.requestOfNumber(number) : Command.responseOfNumber(number);
    assertThat(command)
        .isNotNull()
        .extracting(Enum::name)
        .isEqualTo(frame.json().getString("command"));
  }

  @ParameterizedTest
  @MethodSource("tlvDocuments")
  void tlvDocumentIsWrittenAndRead(JsonObject vector) throws Exception {
    Message fields = new Message(ClientFrameVectors.fields(vector.getJsonArray("fields")));
    byte[] document = ClientFrameVectors.hex(vector, "hex");

    assertThat(TlvCodec.encode(fields)).isEqualTo(document);
    assertThat(TlvCodec.encode(TlvCodec.decode(document))).isEqualTo(document);
    assertThat(TlvCodec.decode(document).fields().keySet())
        .containsExactlyElementsOf(fields.fields().keySet());
  }

  @ParameterizedTest
  @MethodSource("tlvFrames")
  void frameOfPayloadTypeZeroIsATlvDocument(JsonObject vector) throws Exception {
    byte[] frame = ClientFrameVectors.hex(vector, "hex");
    FrameHeader header = FrameHeader.read(ByteBuffer.wrap(frame));
    byte[] body = java.util.Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length);

    Message message = TlvCodec.decode(body);

    assertThat(PayloadType.ofNumber(header.payloadType())).isEqualTo(PayloadType.TLV);
    assertThat(message.commandNumber()).hasValue(Command.REQUEST_GET_NODEID.number());
    assertThat(message.bytes(KeyType.QUERY_ID)).hasSize(2);
    assertThat(Frames.encode(PayloadType.TLV, TlvCodec.encode(message))).isEqualTo(frame);
  }

  @Test
  void adminInfoOfASignedFrameHasTheNotedFields() throws Exception {
    List<ClientFrameVectors.Frame> signed =
        frames().filter(frame -> frame.has("admin_info_decoded")).toList();

    assertThat(signed).isNotEmpty();
    for (ClientFrameVectors.Frame frame : signed) {
      Message message = MsgPackCodec.decode(frame.plainBody()).message();
      Map<Integer, Value> expected =
          ClientFrameVectors.fields(frame.json().getJsonArray("admin_info_decoded"));
      assertThat(TlvCodec.decode(message.bytes(KeyType.ADMIN_INFO)).fields()).isEqualTo(expected);
    }
  }
}
