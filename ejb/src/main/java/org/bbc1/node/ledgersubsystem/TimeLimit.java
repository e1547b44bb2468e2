package org.bbc1.node.ledgersubsystem;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.bbc1.node.time.Scheduler;

/** Ends the waiting for something, not the thing itself. */
final class TimeLimit {

  private final Scheduler scheduler;
  private final Duration limit;

  TimeLimit(Scheduler scheduler, Duration limit) {
    this.scheduler = scheduler;
    this.limit = limit;
  }

  /** The same result, or a {@link TimeoutException} if there is none in time. */
  <T> CompletionStage<T> on(CompletionStage<T> stage) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Scheduler.Timer timer =
        scheduler.schedule(
            limit, () -> result.completeExceptionally(new TimeoutException("took too long")));
    stage.whenComplete(
        (value, fault) -> {
          timer.cancel();
          if (fault == null) {
            result.complete(value);
          } else {
            result.completeExceptionally(fault);
          }
        });
    return result;
  }
}
