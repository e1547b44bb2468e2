package org.bbc1.transaction;

import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.Documents;

/** A map that is a part of a legacy document. */
final class DocumentMapBody extends AssetBody {

  private final Document map;

  DocumentMapBody(Document map) {
    this.map = map;
  }

  @Override
  public boolean isMap() {
    return true;
  }

  @Override
  public Document toMap() {
    return map;
  }

  @Override
  byte[] bytes() {
    return Documents.encode(map, DocumentEncoding.BSON, DocumentValue.HIGHEST_NESTING);
  }

  @Override
  DocumentValue documentValue() {
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentMapBody body && map.equals(body.map);
  }

  @Override
  public int hashCode() {
    return map.hashCode();
  }

  /** Counts keys, because not every map can be encoded to count bytes. */
  @Override
  public String toString() {
    return "map of " + map.entries().size() + " keys";
  }
}
