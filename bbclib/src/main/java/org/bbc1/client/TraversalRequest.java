package org.bbc1.client;

import org.bbc1.id.TransactionId;

/**
 * A walk along the links between transactions. Source: client-protocol section 11.5.
 *
 * @param start the transaction where it begins
 * @param course to the past or to the future
 * @param hopCount number of levels wanted, the start being the first
 * @param filter what a transaction must match to be listed and followed; its asset id is not used
 */
public record TraversalRequest(
    TransactionId start, Course course, int hopCount, SearchCondition filter) {

  /** Which links are followed. */
  public enum Course {
    /** To the transactions that point to the known ones. */
    FUTURE(0),
    /** To the transactions that the known ones point to. */
    PAST(1);

    private final int number;

    Course(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }
}
