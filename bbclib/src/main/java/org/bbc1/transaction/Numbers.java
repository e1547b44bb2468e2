package org.bbc1.transaction;

import java.util.Collection;
import org.bbc1.id.Id;

/** Bounds that several parts share. */
final class Numbers {

  private Numbers() {}

  static void requireU2(int value, String name) {
    if (value < 0 || value > 0xffff) {
      throw new IllegalArgumentException(name + " " + value + " is not within 0 to 65535");
    }
  }

  /**
   * The other implementations keep one length per kind and object; anything else would get another
   * digest there.
   */
  static void requireOneLength(Collection<? extends Id> ids, String name) {
    if (ids.stream().mapToInt(Id::length).distinct().count() > 1) {
      throw new IllegalArgumentException(name + " of different lengths in one object");
    }
  }
}
