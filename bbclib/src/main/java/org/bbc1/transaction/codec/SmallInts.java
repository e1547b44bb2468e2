package org.bbc1.transaction.codec;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.bbc1.transaction.codec.DocumentValue.Int;

/** The integers that take one or two bytes when encoded, made once: lists of them stay small. */
final class SmallInts {

  static final int LOWEST = -128;
  static final int HIGHEST = 255;

  private static final Int[] VALUES =
      IntStream.rangeClosed(LOWEST, HIGHEST)
          .mapToObj(value -> new Int(BigInteger.valueOf(value)))
          .toArray(Int[]::new);

  private SmallInts() {}

  static Int of(int value) {
    return VALUES[value - LOWEST];
  }
}
