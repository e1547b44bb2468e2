package org.bbc1.seed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name of the original's API pages, with its value if it is a constant.
 *
 * @param value as written in the original: a number, or a byte string such as {@code b'\x00G'}
 */
record SeedName(String name, @Nullable String value) {

  /** All of them, in the order of the pages. */
  static List<SeedName> all() {
    try (InputStream in =
            Objects.requireNonNull(SeedName.class.getResourceAsStream("/seed/names.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().map(SeedName::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SeedName of(String line) {
    int equals = line.indexOf(" = ");
    return equals < 0
        ? new SeedName(line, null)
        : new SeedName(line.substring(0, equals), line.substring(equals + 3));
  }

  /** The value as a number; a byte string is big-endian. */
  double number() {
    String text = Objects.requireNonNull(value);
    return text.startsWith("b'")
        ? bytes(text.substring(2, text.length() - 1))
        : Double.parseDouble(text);
  }

  private static double bytes(String escaped) {
    double number = 0;
    int position = 0;
    while (position < escaped.length()) {
      char c = escaped.charAt(position);
      int value = c;
      int length = 1;
      if (c == '\\') {
        boolean hex = escaped.charAt(position + 1) == 'x';
        length = hex ? 4 : 2;
        value =
            hex
                ? Integer.parseInt(escaped.substring(position + 2, position + 4), 16)
                : control(escaped.charAt(position + 1));
      }
      number = number * 256 + value;
      position += length;
    }
    return number;
  }

  private static int control(char letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> letter;
    };
  }
}
