package org.bbc1.transaction;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.PackedFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a document: all of them, in their order, each of its type. Source:
 * transaction-format sections 5.2 and 11.8.
 */
final class DocumentFields {

  private final List<Map.Entry<DocumentValue, DocumentValue>> entries;
  private final boolean rawDialect;
  private int position;

  private DocumentFields(Document document, boolean rawDialect) {
    this.entries = document.entries();
    this.rawDialect = rawDialect;
  }

  /** Reads a document of a part, in which text and bytes are known. */
  static <T> T whole(Document document, Function<DocumentFields, T> content) {
    return Unpacking.guarded(() -> read(document, false, content));
  }

  /**
   * Reads a document to its last field.
   *
   * @param rawDialect whether texts and bytes in the document look alike
   */
  static <T> T read(Document document, boolean rawDialect, Function<DocumentFields, T> content) {
    DocumentFields fields = new DocumentFields(document, rawDialect);
    T value = content.apply(fields);
    if (fields.position != fields.entries.size()) {
      throw new PackedFormatException("more keys than a document of its kind has");
    }
    return value;
  }

  boolean isRawDialect() {
    return rawDialect;
  }

  /** Whether all fields have been read. */
  boolean atEnd() {
    return position == entries.size();
  }

  /** The next field, which must have this name. */
  DocumentValue value(String key) {
    if (atEnd() || !entries.get(position).getKey().equals(new Text(key))) {
      throw new PackedFormatException("key " + key + " is not where it belongs");
    }
    return entries.get(position++).getValue();
  }

  /** An integer from 0 to a maximum. */
  long number(String key, long maximum) {
    return number(key, value(key), maximum);
  }

  private static long number(String key, DocumentValue value, long maximum) {
    if (!(value instanceof Int integer)
        || integer.value().bitLength() >= Long.SIZE
        || integer.value().signum() < 0
        || integer.value().longValue() > maximum) {
      throw new PackedFormatException(key + " is no number from 0 to " + maximum);
    }
    return integer.value().longValue();
  }

  int u2(String key) {
    return (int) number(key, 0xffff);
  }

  List<Integer> u2s(String key) {
    return list(key, item -> (int) number(key, item, 0xffff));
  }

  byte[] bytes(String key) {
    return bytes(key, value(key));
  }

  private static byte[] bytes(String key, DocumentValue value) {
    if (!(value instanceof Bytes bytes)) {
      throw new PackedFormatException(key + " is no byte string");
    }
    return bytes.value();
  }

  byte @Nullable [] optionalBytes(String key) {
    DocumentValue value = value(key);
    return value instanceof Nil ? null : bytes(key, value);
  }

  <I> I id(String key, Function<byte[], I> kind) {
    return kind.apply(bytes(key));
  }

  <I> List<I> ids(String key, Function<byte[], I> kind) {
    return list(key, item -> kind.apply(bytes(key, item)));
  }

  private <T> List<T> list(String key, Function<DocumentValue, T> element) {
    if (!(value(key) instanceof Items items)) {
      throw new PackedFormatException(key + " is no list");
    }
    return items.values().stream().map(element).toList();
  }

  /** A list of documents. */
  <T> List<T> parts(String key, Function<DocumentFields, T> content) {
    return list(key, item -> part(key, item, content));
  }

  /** A document within this one. */
  <T> T part(String key, Function<DocumentFields, T> content) {
    return part(key, value(key), content);
  }

  private <T> T part(String key, DocumentValue value, Function<DocumentFields, T> content) {
    if (!(value instanceof Document document)) {
      throw new PackedFormatException(key + " is no map");
    }
    return read(document, rawDialect, content);
  }

  /** A document within this one, or null. */
  <T> @Nullable T optionalPart(String key, Function<DocumentFields, T> content) {
    DocumentValue value = value(key);
    return value instanceof Nil ? null : part(key, value, content);
  }
}
