package org.bbc1.bench;

import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;

/** Reads answers of the node. */
final class Answers {

  private Answers() {}

  static Message decode(byte[] body) {
    try {
      return MsgPackCodec.decode(body).message();
    } catch (MessageCodecException | NotAMapException e) {
      throw new IllegalStateException("the node sent a frame that is no message", e);
    }
  }

  /** Whether the body is an answer with status 0. */
  static boolean good(byte[] body) {
    return decode(body).integer(KeyType.STATUS) == 0;
  }
}
