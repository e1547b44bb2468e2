package org.bbc1.connector;

/** What became of a message that one client wants another one to have. */
public enum Delivery {
  /** It is on its way. */
  QUEUED,
  /** The receiver reads too slowly; it may have room later. */
  NO_ROOM,
  /** The connection is gone. */
  GONE
}
