package org.bbc1.wire;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.bbc1.message.KeyType;

/**
 * Looks at the bytes of a message map whether everything is in the form a node must send: keys,
 * byte strings and texts as bin, each in its shortest form, integers in their shortest form.
 * Contents of user payloads keep the form the sender gave them. Source: client-protocol 2.3.
 */
public final class AllBin {

  private static final Set<Integer> PAYLOADS =
      Set.of(KeyType.MESSAGE.number(), KeyType.HINT.number());

  private final ByteBuffer in;

  private AllBin(byte[] msgpack) {
    this.in = ByteBuffer.wrap(msgpack);
  }

  /** Fails unless the bytes are one message map in that form. */
  public static void check(byte[] msgpack) {
    new AllBin(msgpack).message();
  }

  private void message() {
    int type = next();
    int count = (type & 0xf0) == 0x80 ? type & 0xf : in.getShort() & 0xffff;
    if ((type & 0xf0) != 0x80 && (type != 0xde || count < 16)) {
      throw fault("the map begins with", type);
    }
    Set<Integer> keys = new HashSet<>();
    for (int i = 0; i < count; i++) {
      if (next() != 0xc4 || next() != KeyType.LENGTH) {
        throw fault("no bin key of 4 bytes, type", in.get(in.position() - 1) & 0xff);
      }
      int key = in.getInt();
      if (!keys.add(key)) {
        throw fault("twice the key", key);
      }
      value(PAYLOADS.contains(key) || KeyType.ofNumber(key) == null);
    }
    if (in.hasRemaining()) {
      throw fault("bytes behind the map:", in.remaining());
    }
  }

  private void value(boolean payload) {
    int type = next();
    switch (type) {
      case 0xc0, 0xc2, 0xc3 -> {}
      case 0xc4 -> skip(next());
      case 0xc5 -> skip(atLeast(0x100, in.getShort() & 0xffff));
      case 0xc6 -> skip(atLeast(0x10000, in.getInt()));
      case 0xcc -> atLeast(0x80, next());
      case 0xcd -> atLeast(0x100, in.getShort() & 0xffff);
      case 0xce -> atLeast(0x10000, in.getInt() & 0xffffffffL);
      case 0xcf -> atLeast(1, in.getLong() >>> 32);
      case 0xd0 -> below(-0x20, in.get());
      case 0xd1 -> below(-0x80, in.getShort());
      case 0xd2 -> below(-0x8000, in.getInt());
      case 0xd3 -> below(Integer.MIN_VALUE, in.getLong());
      case 0xdc -> values(atLeast(16, in.getShort() & 0xffff), payload);
      case 0xdd -> values(atLeast(0x10000, in.getInt()), payload);
      case 0xde -> values(2 * atLeast(16, in.getShort() & 0xffff), payload);
      case 0xdf -> values(2 * atLeast(0x10000, in.getInt()), payload);
      default -> shortForm(type, payload);
    }
  }

  private void shortForm(int type, boolean payload) {
    if (type < 0x80 || type >= 0xe0) {
      return;
    }
    if (type < 0x90) {
      values(2 * (type & 0xf), payload);
    } else if (type < 0xa0) {
      values(type & 0xf, payload);
    } else if (payload) {
      foreign(type);
    } else {
      throw fault("no form a node sends: type", type);
    }
  }

  /** What only a client's own payload may contain: text, floats, extensions. */
  private void foreign(int type) {
    switch (type) {
      case 0xd9 -> skip(next());
      case 0xda -> skip(in.getShort() & 0xffff);
      case 0xdb -> skip(in.getInt());
      case 0xca -> skip(4);
      case 0xcb -> skip(8);
      case 0xc7 -> skip(next() + 1);
      case 0xc8 -> skip((in.getShort() & 0xffff) + 1);
      case 0xc9 -> skip(in.getInt() + 1);
      case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> skip((1 << type - 0xd4) + 1);
      default -> {
        if (type >= 0xc0) {
          throw fault("no msgpack type:", type);
        }
        skip(type & 0x1f);
      }
    }
  }

  private void values(int count, boolean payload) {
    for (int i = 0; i < count; i++) {
      value(payload);
    }
  }

  private int next() {
    return in.get() & 0xff;
  }

  private void skip(int length) {
    in.position(in.position() + length);
  }

  private int atLeast(int smallest, int length) {
    return (int) atLeast(smallest, (long) length);
  }

  private long atLeast(long smallest, long number) {
    if (number < smallest) {
      throw fault("longer than needed is the form of", number);
    }
    return number;
  }

  private void below(long bound, long number) {
    if (number >= bound) {
      throw fault("longer than needed is the form of", number);
    }
  }

  private AssertionError fault(String what, long number) {
    return new AssertionError(
        what + " 0x" + Long.toHexString(number) + " before offset " + in.position());
  }
}
