package org.bbc1.wire;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.bbc1.message.Command;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/** One captured frame. */
record CapturedFrame(JsonObject json) {

  int connection() {
    return json.getInt("connection");
  }

  boolean isToNode() {
    return json.getString("direction").equals("client->core");
  }

  boolean isEncrypted() {
    return json.getInt("payload_type") == WireClient.ENCRYPTED;
  }

  /** The complete frame as it was captured. */
  byte[] bytes() {
    return HexFormat.of().parseHex(json.getString("hex"));
  }

  /** The msgpack map as it was captured, decrypted if need be. */
  byte[] body() {
    String key = isEncrypted() ? "plaintext_msgpack" : "hex";
    byte[] bytes = HexFormat.of().parseHex(json.getString(key));
    return isEncrypted() ? bytes : Arrays.copyOfRange(bytes, FrameHeader.SIZE, bytes.length);
  }

  Message message() {
    return json.containsKey("decoded")
        ? CapturedValue.message(json.getJsonArray("decoded"))
        : WireFrame.decode(body());
  }

  @Nullable Command command() {
    OptionalInt number = message().commandNumber();
    if (number.isEmpty()) {
      return null;
    }
    return isToNode()
        ? Command.requestOfNumber(number.getAsInt())
        : Command.responseOfNumber(number.getAsInt());
  }

  @Nullable Value queryId() {
    return message().get(KeyType.QUERY_ID);
  }

  /** The complete frame in the form this node must send, or null. */
  byte @Nullable [] allBin() {
    return json.containsKey("all_bin_hex")
        ? HexFormat.of().parseHex(json.getString("all_bin_hex"))
        : null;
  }

  @Override
  public String toString() {
    return "frame " + json.getInt("index") + " " + command();
  }
}
