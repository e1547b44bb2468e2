package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bbc1.id.Id;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.jspecify.annotations.Nullable;

/** Makes documents, field by field; the counterpart of {@link DocumentFields}. */
final class DocumentBuilder {

  private final List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>();

  DocumentBuilder value(String key, DocumentValue value) {
    entries.add(Map.entry(new Text(key), value));
    return this;
  }

  DocumentBuilder number(String key, long value) {
    return value(key, Int.of(value));
  }

  DocumentBuilder numbers(String key, List<Integer> values) {
    return list(key, values, value -> Int.of(value));
  }

  DocumentBuilder bytes(String key, byte @Nullable [] value) {
    return value(key, value == null ? Nil.INSTANCE : new Bytes(value));
  }

  DocumentBuilder id(String key, @Nullable Id id) {
    return bytes(key, id == null ? null : id.toByteArray());
  }

  DocumentBuilder ids(String key, List<? extends Id> ids) {
    return list(key, ids, id -> new Bytes(id.toByteArray()));
  }

  <T> DocumentBuilder list(String key, List<T> values, Function<T, DocumentValue> element) {
    return value(key, new Items(values.stream().map(element).toList()));
  }

  /** A document within this one, or nothing in its place. */
  <T> DocumentBuilder part(String key, @Nullable T value, Function<T, Document> content) {
    return value(key, value == null ? Nil.INSTANCE : content.apply(value));
  }

  Document build() {
    return new Document(entries);
  }
}
