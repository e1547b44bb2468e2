package org.bbc1.node.transaction;

import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** What became of a transaction that somebody wanted to insert. */
public sealed interface InsertResult {

  /** It is committed. */
  record Inserted(Transaction transaction) implements InsertResult {}

  /**
   * Nothing was written.
   *
   * @param transactionId its id, if it could be read so far
   */
  record Refused(Refusal refusal, @Nullable TransactionId transactionId) implements InsertResult {}
}
