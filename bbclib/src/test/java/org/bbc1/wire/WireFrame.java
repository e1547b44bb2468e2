package org.bbc1.wire;

import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;

/**
 * A frame as it was on the wire.
 *
 * @param payloadType number of the payload type
 * @param body what followed the header
 */
public record WireFrame(int payloadType, byte[] body) {

  /** The message of a plain frame. */
  public Message message() {
    return decode(body);
  }

  /** The message in these bytes. */
  public static Message decode(byte[] msgpack) {
    try {
      return MsgPackCodec.decode(msgpack).message();
    } catch (MessageCodecException | NotAMapException e) {
      throw new AssertionError(e);
    }
  }
}
