package org.bbc1.message;

import org.jspecify.annotations.Nullable;

/** The first field of a frame header. Source: client-protocol section 1. */
public enum PayloadType {
  /** A TLV document. */
  TLV(0),
  /** Never on the wire. */
  ANY(1),
  /** One msgpack map. */
  MSGPACK(2),
  /** A 4-byte key name and an encrypted msgpack map. */
  ENCRYPTED(3);

  private final int number;

  PayloadType(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** The payload type with this number, or null if the protocol knows none. */
  public static @Nullable PayloadType ofNumber(int number) {
    return number >= 0 && number < values().length ? values()[number] : null;
  }
}
