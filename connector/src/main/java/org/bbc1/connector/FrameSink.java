package org.bbc1.connector;

/** Takes what a {@link FrameAssembler} finds in a stream. */
interface FrameSink {

  /** A complete frame of a known type. */
  void frame(Frame frame);

  /** A frame that is passed over: without a body or of an unknown type. */
  void dropped(int payloadType, long length);

  /** A frame longer than the limit is announced; nothing of the stream can be read any more. */
  void tooLong(long length);
}
