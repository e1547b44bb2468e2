package org.bbc1.message;

/** Makes complete frames. */
public final class Frames {

  private Frames() {}

  /** Header and body in one array. */
  public static byte[] encode(PayloadType type, byte[] body) {
    byte[] frame = allocate(type, body.length);
    System.arraycopy(body, 0, frame, FrameHeader.SIZE, body.length);
    return frame;
  }

  /** An array with the header of a frame and room for its body of this many bytes. */
  public static byte[] allocate(PayloadType type, int bodyLength) {
    byte[] frame = new byte[FrameHeader.SIZE + bodyLength];
    new FrameHeader(type.number(), 0, bodyLength).write(frame);
    return frame;
  }

  /**
   * The message as a plain msgpack frame in the form a node sends, written into one array without a
   * further copy.
   */
  public static byte[] encode(Message message) {
    byte[] frame = MsgPackCodec.encode(message, FrameHeader.SIZE);
    new FrameHeader(PayloadType.MSGPACK.number(), 0, frame.length - FrameHeader.SIZE).write(frame);
    return frame;
  }
}
