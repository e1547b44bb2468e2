package org.bbc1.connector;

/** A complete frame of a known payload type. The body is handed over, not copied. */
final class Frame {

  /** Objects around the body. */
  private static final long OVERHEAD = 64;

  private final int payloadType;
  private final byte[] body;

  /**
   * @param payloadType the number of client-protocol section 1
   * @param body at least one byte
   */
  Frame(int payloadType, byte[] body) {
    this.payloadType = payloadType;
    this.body = body;
  }

  /** Bytes of memory it takes while it waits. */
  long heldBytes() {
    return body.length + OVERHEAD;
  }

  /** Bytes of memory it takes while it is dealt with: itself and what it is decoded to. */
  long workedOnBytes() {
    return 2L * body.length + OVERHEAD;
  }

  int payloadType() {
    return payloadType;
  }

  byte[] body() {
    return body;
  }
}
