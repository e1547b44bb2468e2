package org.bbc1.transaction.json;

import java.util.Arrays;
import java.util.Locale;
import org.bbc1.transaction.WireFormat;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.PackedFormatException;

/** The names of formats and dialects in JSON, such as {@code msgpack-zlib}. */
final class FormatNames {

  private FormatNames() {}

  static String of(WireFormat format) {
    return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static WireFormat format(String name) {
    return Arrays.stream(WireFormat.values())
        .filter(format -> of(format).equals(name))
        .findFirst()
        .orElseThrow(() -> new PackedFormatException("a format that is not known"));
  }

  static String of(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }

  static Dialect dialect(String name) {
    return Arrays.stream(Dialect.values())
        .filter(dialect -> of(dialect).equals(name))
        .findFirst()
        .orElseThrow(() -> new PackedFormatException("a dialect that is not known"));
  }
}
