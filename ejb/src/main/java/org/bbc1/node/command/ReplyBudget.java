package org.bbc1.node.command;

/**
 * Bytes that may still go into a reply, so that no frame grows beyond the limit (spec
 * client-protocol 16).
 */
final class ReplyBudget {

  /** Headers of a byte string, and of the id in front of it in a map, are not longer than this. */
  private static final int OVERHEAD = 64;

  /** Skeleton of a reply and the frame header. */
  private static final int SKELETON = 1024;

  private long left;

  /**
   * @param maxFrameBytes largest frame that may be sent
   */
  ReplyBudget(int maxFrameBytes) {
    this.left = Math.max(0, maxFrameBytes - SKELETON);
  }

  /** Takes the room for a byte string; takes nothing if it does not fit. */
  boolean take(byte[] content) {
    long needed = (long) content.length + OVERHEAD;
    if (needed > left) {
      return false;
    }
    left -= needed;
    return true;
  }
}
