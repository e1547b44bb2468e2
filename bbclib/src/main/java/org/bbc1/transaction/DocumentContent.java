package org.bbc1.transaction;

import java.util.Arrays;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.Documents;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of the legacy formats 1 to 6 as an encoded document. Its digests are taken over
 * documents of their own in the same encoding. Source: transaction-format sections 5.2 and 6.2.
 */
final class DocumentContent implements Content {

  private final TransactionParts parts;
  private final DocumentEncoding encoding;
  private final int nesting;
  private final byte[] bytes;

  DocumentContent(TransactionParts parts, DocumentEncoding encoding, int nesting) {
    this.parts = parts;
    this.encoding = encoding;
    this.nesting = nesting;
    this.bytes = encode(TransactionDocuments.document(parts));
  }

  private byte[] encode(Document document) {
    return Documents.encode(document, encoding, nesting);
  }

  /** The dialect; null in BSON. */
  @Nullable Dialect dialect() {
    return switch (encoding) {
      case BSON -> null;
      case MSGPACK_RAW -> Dialect.RAW;
      case MSGPACK_BIN -> Dialect.BIN;
    };
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  boolean hasBytes(byte[] other) {
    return Arrays.equals(bytes, other);
  }

  @Override
  public byte[] basePreimage() {
    return encode(TransactionDocuments.base(parts));
  }

  @Override
  public byte[] digestPreimage(byte[] baseDigest) {
    return encode(TransactionDocuments.digested(baseDigest, parts.crossRef()));
  }

  @Override
  public byte[] serialize(WireFormat format) {
    if (format.isPacked()) {
      throw new IllegalArgumentException(format + " is no format of documents");
    }
    return format.serialize(bytes, 0);
  }

  @Override
  public boolean sameBytes(Content other) {
    return other instanceof DocumentContent document && hasBytes(document.bytes);
  }
}
