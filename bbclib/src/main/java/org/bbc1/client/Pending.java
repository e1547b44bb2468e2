package org.bbc1.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bbc1.message.Message;

/**
 * A request in flight.
 *
 * @param <T> what its answer is
 */
interface Pending<T> {

  /** Completed when the request is done with. */
  CompletableFuture<T> answer();

  /** Takes a message with the query id of this request; false if it is none for this request. */
  boolean take(Message message);

  /** Takes an answer that does not carry the query id of this request; false if it is none. */
  boolean takeUnnumbered(Message message);

  /**
   * What there is when the time is over.
   *
   * @throws RequestTimeoutException if that is nothing
   */
  T afterTimeout(Duration timeout);
}
