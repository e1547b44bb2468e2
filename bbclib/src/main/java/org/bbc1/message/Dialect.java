package org.bbc1.message;

/**
 * How a peer writes byte strings in msgpack, told by the form of its message keys. Source:
 * client-protocol section 2.1.
 */
public enum Dialect {
  /**
   * Byte strings and texts alike as raw (str) values; they cannot be told apart (msgpack-python 0.4
   * to 0.6).
   */
  RAW,
  /** Byte strings as bin, texts as str (msgpack-python 1.x and everything modern). */
  BIN
}
