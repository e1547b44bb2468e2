package org.bbc1.connector;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.PayloadType;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into frames (client-protocol section 1). Memory follows what has arrived,
 * never what was announced: a body array starts with the bytes at hand and at most doubles with
 * each arrival.
 */
final class FrameAssembler {

  private static final int SMALLEST_BODY_ARRAY = 1024;

  private final long maxBody;
  private final FrameSink sink;
  private final byte[] header = new byte[FrameHeader.SIZE];
  private int headerBytes;
  private int payloadType;
  private int length;
  private byte @Nullable [] body;
  private int bodyBytes;
  private long bytesToSkip;
  private boolean broken;

  FrameAssembler(int maxBody, FrameSink sink) {
    this.maxBody = maxBody;
    this.sink = sink;
  }

  /** Whether a frame has begun and is not complete. */
  boolean midFrame() {
    return headerBytes > 0 || body != null || bytesToSkip > 0;
  }

  /** Bytes of memory that the frame which has begun takes. */
  int heldBytes() {
    return body == null ? 0 : body.length;
  }

  /** Consumes all readable bytes. After a frame that is too long everything is passed over. */
  void accept(ByteBuf in) {
    while (!broken && in.isReadable()) {
      if (body != null) {
        fill(body, in);
      } else if (bytesToSkip > 0) {
        skip(in);
      } else {
        readHeader(in);
      }
    }
    in.skipBytes(in.readableBytes());
  }

  private void readHeader(ByteBuf in) {
    int count = Math.min(FrameHeader.SIZE - headerBytes, in.readableBytes());
    in.readBytes(header, headerBytes, count);
    headerBytes += count;
    if (headerBytes == FrameHeader.SIZE) {
      headerBytes = 0;
      begin((header[0] & 0xff) << 8 | (header[1] & 0xff), announcedLength(), in.readableBytes());
    }
  }

  /** The format version at offset 2 is ignored, as the specification demands. */
  private long announcedLength() {
    return (header[4] & 0xffL) << 24
        | (header[5] & 0xff) << 16
        | (header[6] & 0xff) << 8
        | (header[7] & 0xff);
  }

  private void begin(int type, long announced, int available) {
    if (announced > maxBody) {
      broken = true;
      sink.tooLong(announced);
    } else if (announced == 0 || !known(type)) {
      bytesToSkip = announced;
      sink.dropped(type, announced);
    } else {
      payloadType = type;
      length = (int) announced;
      body = new byte[Math.min(length, Math.max(available, SMALLEST_BODY_ARRAY))];
      bodyBytes = 0;
    }
  }

  private static boolean known(int type) {
    return type == PayloadType.TLV.number()
        || type == PayloadType.MSGPACK.number()
        || type == PayloadType.ENCRYPTED.number();
  }

  private void fill(byte[] array, ByteBuf in) {
    byte[] target = array;
    if (bodyBytes == target.length) {
      target = Arrays.copyOf(target, (int) Math.min(length, 2L * target.length));
      body = target;
    }
    int count = Math.min(target.length - bodyBytes, in.readableBytes());
    in.readBytes(target, bodyBytes, count);
    bodyBytes += count;
    if (bodyBytes == length) {
      body = null;
      sink.frame(new Frame(payloadType, target));
    }
  }

  private void skip(ByteBuf in) {
    int count = (int) Math.min(bytesToSkip, in.readableBytes());
    in.skipBytes(count);
    bytesToSkip -= count;
  }
}
