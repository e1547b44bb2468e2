package org.bbc1.message;

import java.nio.ByteBuffer;

/** A msgpack type for strings of bytes, and the form of its header. */
enum StringType {
  /** Byte string: length in 8, 16 or 32 bits. */
  BIN {
    @Override
    int headerLength(int length) {
      return sizedHeaderLength(length);
    }

    @Override
    void putHeader(ByteBuffer out, int length) {
      putSized(out, length, 0xc4);
    }
  },
  /** Text: short form up to 31 bytes, else as {@link #BIN}. */
  STR {
    @Override
    int headerLength(int length) {
      return length < SHORT ? 1 : sizedHeaderLength(length);
    }

    @Override
    void putHeader(ByteBuffer out, int length) {
      if (length < SHORT) {
        out.put((byte) (0xa0 | length));
      } else {
        putSized(out, length, 0xd9);
      }
    }
  },
  /**
   * The old form: as {@link #STR} but without a length in 8 bits, which old readers do not know.
   */
  RAW {
    @Override
    int headerLength(int length) {
      if (length < SHORT) {
        return 1;
      }
      return length <= 0xffff ? 3 : 5;
    }

    @Override
    void putHeader(ByteBuffer out, int length) {
      if (length < SHORT) {
        out.put((byte) (0xa0 | length));
      } else if (length <= 0xffff) {
        out.put((byte) 0xda).putShort((short) length);
      } else {
        out.put((byte) 0xdb).putInt(length);
      }
    }
  };

  private static final int SHORT = 32;

  abstract int headerLength(int length);

  abstract void putHeader(ByteBuffer out, int length);

  static int sizedHeaderLength(int length) {
    if (length <= 0xff) {
      return 2;
    }
    return length <= 0xffff ? 3 : 5;
  }

  /**
   * A length in 8, 16 or 32 bits behind the first, second or third of three neighbouring type
   * bytes.
   */
  static void putSized(ByteBuffer out, int length, int type) {
    if (length <= 0xff) {
      out.put((byte) type).put((byte) length);
    } else if (length <= 0xffff) {
      out.put((byte) (type + 1)).putShort((short) length);
    } else {
      out.put((byte) (type + 2)).putInt(length);
    }
  }
}
