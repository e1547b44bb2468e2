package org.bbc1.transaction;

import java.util.function.Function;
import java.util.function.Supplier;
import org.bbc1.transaction.codec.PackedReader;

/**
 * The border where any fault in the data becomes one format error and nothing partly read escapes.
 */
final class Unpacking {

  private Unpacking() {}

  static <T> T whole(byte[] packed, Function<PackedReader, T> content) {
    return guarded(
        () -> {
          PackedReader in = PackedReader.of(packed);
          T value = content.apply(in);
          in.requireEnd();
          return value;
        });
  }

  static <T> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (TransactionFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new TransactionFormatException(String.valueOf(e.getMessage()), e);
    }
  }
}
