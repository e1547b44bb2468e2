package org.bbc1.transaction.codec;

/** The one check of how deep lists and maps are nested; the outermost map has depth 1. */
final class Nesting {

  private Nesting() {}

  static void require(int depth, int maximum) {
    if (depth > maximum) {
      throw new PackedFormatException("document is nested deeper than " + maximum);
    }
  }
}
