package org.bbc1.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * Blocks of PEM text (RFC 7468). Works on bytes, since a text with a private key could not be
 * erased. Any text may stand before, between and after the blocks.
 */
final class Pem {

  /** Longest text that is read, in bytes; a key needs less than 400. */
  static final int MAXIMUM_SIZE = 65_536;

  private static final byte[] BEGIN = ascii("-----BEGIN ");
  private static final byte[] DASHES = ascii("-----");
  private static final byte[] LEGACY_ENCRYPTION = ascii("ENCRYPTED");
  private static final int LONGEST_LABEL = 64;

  private final byte[] text;
  private int position;

  private Pem(byte[] text) {
    this.text = text;
  }

  /**
   * The decoded content of the first block that has one of the labels.
   *
   * @throws KeyFormatException if there is none, or it or a block before it is damaged
   */
  static byte[] first(byte[] text, Set<String> labels) {
    if (text.length > MAXIMUM_SIZE) {
      throw new KeyFormatException("PEM text of " + text.length + " bytes");
    }
    return new Pem(text).first(labels);
  }

  private byte[] first(Set<String> labels) {
    boolean encrypted = false;
    for (int begin = find(BEGIN); begin >= 0; begin = find(BEGIN)) {
      String label = label(begin + BEGIN.length);
      int content = position;
      int end = find(ascii("-----END " + label + "-----"));
      if (end < 0) {
        throw new KeyFormatException("a PEM block does not end");
      }
      if (labels.contains(label)) {
        return decode(content, end);
      }
      encrypted |= label.equals("ENCRYPTED PRIVATE KEY");
    }
    throw new KeyFormatException(
        encrypted ? "the private key is encrypted" : "the PEM text has no block " + labels);
  }

  /** The label that starts here; the position is then after its dashes. */
  private String label(int start) {
    position = start;
    int end = find(DASHES);
    if (end < 0 || end - start > LONGEST_LABEL) {
      throw new KeyFormatException("a PEM block has no label");
    }
    return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** Where the mark comes next, or -1; the position is then after it. */
  private int find(byte[] mark) {
    for (int i = position; i <= text.length - mark.length; i++) {
      if (Arrays.equals(text, i, i + mark.length, mark, 0, mark.length)) {
        position = i + mark.length;
        return i;
      }
    }
    return -1;
  }

  private byte[] decode(int start, int end) {
    position = start;
    int encryption = find(LEGACY_ENCRYPTION);
    if (encryption >= 0 && encryption < end) {
      throw new KeyFormatException("the private key is encrypted");
    }
    byte[] characters = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      if (!isWhiteSpace(text[i])) {
        characters[length++] = text[i];
      }
    }
    byte[] base64 = Arrays.copyOf(characters, length);
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new KeyFormatException("a PEM block is no base64");
    } finally {
      Arrays.fill(characters, (byte) 0);
      Arrays.fill(base64, (byte) 0);
    }
  }

  private static boolean isWhiteSpace(byte character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }

  /** A block with lines of 64 characters and a final newline, in ASCII. */
  static byte[] encode(String label, byte[] der) {
    byte[] lines = Base64.getMimeEncoder(64, ascii("\n")).encode(der);
    byte[] begin = ascii("-----BEGIN " + label + "-----\n");
    byte[] end = ascii("\n-----END " + label + "-----\n");
    byte[] block = Arrays.copyOf(begin, begin.length + lines.length + end.length);
    System.arraycopy(lines, 0, block, begin.length, lines.length);
    System.arraycopy(end, 0, block, begin.length + lines.length, end.length);
    Arrays.fill(lines, (byte) 0);
    return block;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
