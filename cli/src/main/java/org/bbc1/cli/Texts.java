package org.bbc1.cli;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.bbc1.transaction.Signature;

/** Text forms for people. */
final class Texts {

  private Texts() {}

  /** Text that somebody else wrote, safe to show on a terminal: control characters replaced. */
  static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The same for a text of several lines, which stay. */
  static String printableLines(String text) {
    return text.lines().map(Texts::printable).collect(Collectors.joining(System.lineSeparator()));
  }

  /** The public key of a signature in compressed form: 66 hex digits. */
  static String publicKey(Signature signature) {
    byte[] key = signature.publicKey();
    return key == null ? "" : HexFormat.of().formatHex(compressed(key));
  }

  private static byte[] compressed(byte[] point) {
    if (point.length == 33) {
      return point;
    }
    byte[] compressed = Arrays.copyOf(point, 33);
    compressed[0] = (byte) (2 + (point[point.length - 1] & 1));
    return compressed;
  }
}
