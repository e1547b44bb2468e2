package org.bbc1.transaction.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Text;

/**
 * What is known about a map from a raw MessagePack document, whose texts and bytes look alike.
 * Source: transaction-format sections 4.3 and 6.3.
 */
public final class RawTexts {

  private RawTexts() {}

  /** The same map with every byte string that is valid UTF-8 as text, which it most likely is. */
  public static Document guess(Document map) {
    if (map.entries().isEmpty()) {
      return map;
    }
    List<Map.Entry<DocumentValue, DocumentValue>> entries = new ArrayList<>(map.entries().size());
    map.entries().forEach(entry -> entries.add(Map.entry(entry.getKey(), guess(entry.getValue()))));
    return new Document(entries);
  }

  private static DocumentValue guess(DocumentValue value) {
    if (value instanceof Bytes bytes) {
      return guess(bytes);
    }
    if (value instanceof Items items) {
      return new Items(items.values().stream().map(RawTexts::guess).toList());
    }
    return value instanceof Document map ? guess(map) : value;
  }

  private static DocumentValue guess(Bytes bytes) {
    if (bytes.equals(Bytes.EMPTY)) {
      return Text.EMPTY;
    }
    String text = Utf8.decodeOrNull(bytes.value());
    return text == null ? bytes : new Text(text);
  }

  /** Whether the value holds a text or byte string, of which one may have been the other. */
  public static boolean isAmbiguous(DocumentValue value) {
    if (value instanceof Items items) {
      return items.values().stream().anyMatch(RawTexts::isAmbiguous);
    }
    if (value instanceof Document map) {
      return map.entries().stream().anyMatch(entry -> isAmbiguous(entry.getValue()));
    }
    return value instanceof Text || value instanceof Bytes;
  }
}
