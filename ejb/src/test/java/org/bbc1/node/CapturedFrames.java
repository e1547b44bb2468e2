package org.bbc1.node;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;

/**
 * Sessions of {@code client-frames.json}: what was captured between the reference's client and
 * core.
 */
final class CapturedFrames {

  private CapturedFrames() {}

  /** One captured frame. */
  record Frame(JsonObject json) {

    int index() {
      return json.getInt("index");
    }

    String command() {
      return json.getString("command");
    }

    /** The frame as the client sent it. */
    byte[] bytes() {
      return HexFormat.of().parseHex(json.getString("hex"));
    }

    /** The message as the client sent it. */
    Message message() {
      byte[] frame = bytes();
      return decode(Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length));
    }

    /** The frame in the form this node must send. */
    byte[] allBin() {
      return HexFormat.of().parseHex(json.getString("all_bin_hex"));
    }
  }

  static Message decode(byte[] body) {
    try {
      return MsgPackCodec.decode(body).message();
    } catch (MessageCodecException | NotAMapException e) {
      throw new AssertionError(e);
    }
  }

  static JsonObject session(String name) {
    try (InputStream in = open();
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject().getJsonArray("sessions").getValuesAs(JsonObject.class).stream()
          .filter(session -> session.getString("session").equals(name))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Frame> frames(JsonObject session) {
    return session.getJsonArray("frames").getValuesAs(JsonObject.class).stream()
        .map(Frame::new)
        .toList();
  }

  private static InputStream open() throws IOException {
    String folder = System.getProperty("bbc1.vectors", "");
    return folder.isEmpty()
        ? Objects.requireNonNull(
            CapturedFrames.class.getResourceAsStream("/vectors/client-frames.json"))
        : Files.newInputStream(Path.of(folder, "client-frames.json"));
  }
}
