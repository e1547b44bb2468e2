package org.bbc1.bench;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prepared frames of one connection, in the order in which they are to be sent. */
interface RequestSource {

  /** The next complete frame, header included, or null when there is none left. */
  byte @Nullable [] next();

  /** Each frame once. */
  static RequestSource once(List<byte[]> frames) {
    Iterator<byte[]> iterator = frames.iterator();
    return () -> iterator.hasNext() ? iterator.next() : null;
  }

  /** The frames over and over again. */
  static RequestSource cycle(List<byte[]> frames) {
    return new RequestSource() {
      private int position;

      @Override
      public byte[] next() {
        byte[] frame = frames.get(position);
        position = (position + 1) % frames.size();
        return frame;
      }
    };
  }
}
