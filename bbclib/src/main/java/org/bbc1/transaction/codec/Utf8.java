package org.bbc1.transaction.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** UTF-8 without replacements: what cannot be converted is refused. */
public final class Utf8 {

  private static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /**
   * The text.
   *
   * @throws PackedFormatException if the bytes are not UTF-8
   */
  public static String decode(byte[] bytes) {
    String text = decodeOrNull(bytes);
    if (text == null) {
      throw new PackedFormatException("text is not UTF-8");
    }
    return text;
  }

  /** The text, or null if the bytes are not UTF-8. */
  public static @Nullable String decodeOrNull(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean exact =
        text.indexOf(REPLACEMENT) < 0
            || Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
    return exact ? text : null;
  }

  /**
   * The bytes.
   *
   * @throws PackedFormatException if the text holds half a surrogate pair
   */
  public static byte[] encode(String text) {
    return requireEncodable(text).getBytes(StandardCharsets.UTF_8);
  }

  /** The text, which must not hold half a surrogate pair. */
  public static String requireEncodable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        throw new PackedFormatException("text with half a surrogate pair");
      }
    }
    return text;
  }
}
