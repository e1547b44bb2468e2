package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.Documents;
import org.bbc1.transaction.codec.Documents.Decoded;
import org.bbc1.transaction.codec.MapBodies;
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

  static void checkBody(byte[] body) throws Exception {
    Document document;
    try {
      document = Allocation.bounded(body.length, FACTOR, () -> MapBodies.decode(body));
    } catch (PackedFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(encodings(document)).contains(body);
  }

  private static List<byte[]> encodings(Document document) {
    List<byte[]> encodings = new ArrayList<>();
    for (DocumentEncoding encoding : DocumentEncoding.values()) {
      try {
        encodings.add(Documents.encode(document, encoding));
      } catch (PackedFormatException notExpressible) {
        assertThat(notExpressible.getMessage()).isNotEmpty();
      }
    }
    return encodings;
  }
}
