package org.bbc1.transaction;

import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * From a transaction to an earlier one, by a reference or by a pointer. Source: storage section A3.
 *
 * @param assetId the asset a pointer names, or null
 */
public record Link(Kind kind, TransactionId target, @Nullable AssetId assetId) {

  /** What makes the link. */
  public enum Kind {
    /** A reference to an event. */
    REFERENCE,
    /** A pointer of a relation. */
    POINTER;

    /** The number that stands for the kind in a database, 0 or 1. */
    public int code() {
      return ordinal();
    }
  }
}
