package org.bbc1.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Which msgpack types byte strings and texts become. */
enum StringForm {
  /** Both as bin, but texts of user payloads as str. */
  NODE,
  /** Both as bin. */
  ALL_BIN,
  /** Both as raw. */
  RAW,
  /** Byte strings as bin, texts as str. */
  BIN_AND_STR;

  /** The form for the contents of the field with this key. */
  StringForm inField(int key) {
    if (this != NODE) {
      return this;
    }
    KeyType known = KeyType.ofNumber(key);
    return known == null || known == KeyType.MESSAGE || known == KeyType.HINT
        ? BIN_AND_STR
        : ALL_BIN;
  }

  StringType ofBytes() {
    return this == RAW ? StringType.RAW : StringType.BIN;
  }

  StringType ofText(byte[] text) {
    return this == BIN_AND_STR && isUtf8(text) ? StringType.STR : ofBytes();
  }

  /**
   * Text that is not UTF-8 goes out as bytes: as text it would end the receive loop of the client
   * that gets it.
   */
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
