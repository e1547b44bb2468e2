package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.Documents.Decoded;
import org.bbc1.transaction.codec.PackedFormatException;

/** What must hold for whatever is read as a document. */
final class DocumentOracle {

  /** Deepest nesting that is read, as by default. */
  static final int NESTING = 32;

  /** The smallest values cost the most: objects for one or two bytes each. */
  static final long FACTOR = 256;

  private DocumentOracle() {}

  static void check(byte[] content, Allocation.Decoder<Decoded> decoder) throws Exception {
    Decoded decoded;
    try {
      decoded = Allocation.bounded(content.length, FACTOR, decoder);
    } catch (PackedFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(Documents.encode(decoded.document(), decoded.encoding())).isEqualTo(content);
  }
}
