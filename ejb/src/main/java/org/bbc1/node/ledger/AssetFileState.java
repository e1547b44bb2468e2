package org.bbc1.node.ledger;

/** What is known of an asset file: the values of the column {@code state} (storage B1). */
public enum AssetFileState {
  /** It is in its place and has the digest of its asset. */
  OK,
  /** It is not in its place. */
  MISSING,
  /** It is in its place and has another digest. */
  COMPROMISED
}
