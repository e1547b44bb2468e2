package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErasableBufferTest {

  /** Shows the array inside. */
  private static final class OpenBuffer extends ErasableBuffer {

    OpenBuffer(int capacity) {
      super(capacity);
    }

    byte[] inside() {
      return buf;
    }
  }

  @Test
  void erasingOverwritesWhatWasWritten() {
    OpenBuffer buffer = new OpenBuffer(4);
    byte[] inside = buffer.inside();
    buffer.writeBytes(new byte[] {1, 2, 3, 4});
    assertThat(buffer.toByteArray()).containsExactly(1, 2, 3, 4);
    assertThat(buffer.inside()).as("not grown").isSameAs(inside);

    buffer.erase();
    assertThat(inside).containsOnly(0);
    assertThat(buffer.size()).isZero();
  }
}
