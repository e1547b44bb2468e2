package org.bbc1.ledgersubsystem;

import java.util.Locale;

/** How far a registered digest has come. */
public enum AnchorState {
  /** Registered; its tree is still open, or about to be anchored. */
  PENDING,

  /** Its tree is anchored. */
  ANCHORED,

  /** Its tree is complete, but the last attempt to anchor it failed; the node tries again. */
  FAILED,

  /** Never registered here. */
  UNKNOWN;

  /** As it stands in an answer: in lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
