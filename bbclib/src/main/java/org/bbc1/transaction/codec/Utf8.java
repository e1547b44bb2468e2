package org.bbc1.transaction.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without replacements: what cannot be converted is refused. */
final class Utf8 {

  private Utf8() {}

  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new PackedFormatException("text is not UTF-8", e);
    }
  }

  static byte[] encode(String text) {
    return requireEncodable(text).getBytes(StandardCharsets.UTF_8);
  }

  /** The text, which must not hold half a surrogate pair. */
  static String requireEncodable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        throw new PackedFormatException("text with half a surrogate pair");
      }
    }
    return text;
  }
}
