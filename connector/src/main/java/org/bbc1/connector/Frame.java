package org.bbc1.connector;

/** A complete frame of a known payload type. The body is handed over, not copied. */
final class Frame {

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

  int payloadType() {
    return payloadType;
  }

  byte[] body() {
    return body;
  }
}
