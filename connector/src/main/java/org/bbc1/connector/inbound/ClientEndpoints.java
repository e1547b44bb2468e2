package org.bbc1.connector.inbound;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.ConnectorText;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;

/**
 * Delivers to the message-driven beans of one endpoint factory. Where the container has no bean
 * free, the call is made again a little later; meanwhile the connection concerned waits, and
 * nothing is lost.
 */
public final class ClientEndpoints implements ClientMessageListener, AutoCloseable {

  private static final Logger LOG = System.getLogger(ClientEndpoints.class.getName());
  private static final long FIRST_DELAY_MS = 1;
  private static final long LONGEST_DELAY_MS = 250;

  private final EndpointPool pool;
  private final Executor workers;
  private final ScheduledExecutorService timer;

  /**
   * @param workers run calls that are made again
   * @param timer starts them
   */
  public ClientEndpoints(
      MessageEndpointFactory factory, Executor workers, ScheduledExecutorService timer) {
    this.pool = new EndpointPool(factory);
    this.workers = workers;
    this.timer = timer;
  }

  @Override
  public CompletionStage<Void> onMessage(
      ConnectionId connection, Message message, Dialect dialect) {
    return attempt(
        connection, FIRST_DELAY_MS, endpoint -> endpoint.onMessage(connection, message, dialect));
  }

  @Override
  public void onDisconnected(ConnectionId connection) {
    var unused =
        attempt(
            connection,
            FIRST_DELAY_MS,
            endpoint -> {
              endpoint.onDisconnected(connection);
              return CompletableFuture.completedFuture(null);
            });
  }

  /** Waits a moment for running calls, then releases all endpoints. Later calls do nothing. */
  @Override
  public void close() {
    pool.close();
  }

  private interface Call {
    CompletionStage<Void> on(ClientMessageListener endpoint);
  }

  private CompletionStage<Void> attempt(ConnectionId connection, long delay, Call call) {
    MessageEndpoint endpoint;
    try {
      endpoint = pool.borrow();
    } catch (UnavailableException e) {
      return attemptLater(connection, delay, call);
    }
    if (endpoint == null) {
      return CompletableFuture.completedFuture(null);
    }
    boolean usable = false;
    try {
      CompletionStage<Void> stage = call.on((ClientMessageListener) endpoint);
      usable = true;
      return stage == null ? CompletableFuture.completedFuture(null) : stage;
    } finally {
      pool.giveBack(endpoint, usable);
    }
  }

  private CompletionStage<Void> attemptLater(ConnectionId connection, long delay, Call call) {
    LOG.log(Level.DEBUG, () -> ConnectorText.ENDPOINT_BUSY.with(connection, delay));
    CompletableFuture<Void> result = new CompletableFuture<>();
    try {
      var unused =
          timer.schedule(
              () -> handOver(() -> attemptAgain(connection, delay, call, result), result),
              delay,
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      result.complete(null);
    }
    return result;
  }

  private void handOver(Runnable task, CompletableFuture<Void> result) {
    try {
      workers.execute(task);
    } catch (RejectedExecutionException e) {
      result.complete(null);
    }
  }

  private void attemptAgain(
      ConnectionId connection, long delay, Call call, CompletableFuture<Void> result) {
    try {
      CompletionStage<Void> stage =
          attempt(connection, Math.min(2 * delay, LONGEST_DELAY_MS), call);
      var unused =
          stage.whenComplete(
              (nothing, failure) -> {
                if (failure == null) {
                  result.complete(null);
                } else {
                  result.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }
}
