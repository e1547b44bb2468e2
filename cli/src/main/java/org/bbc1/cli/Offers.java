package org.bbc1.cli;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.ClientListener;
import org.bbc1.client.ConnectionException;
import org.bbc1.client.SignatureRequest;
import org.bbc1.client.UserMessage;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/**
 * What reaches a user who waits for a file. More than he can look at is dropped; whoever sent it
 * gets no answer.
 */
final class Offers implements ClientListener {

  private static final int MOST = 16;

  /** Something that arrives, the end of the connection too. */
  private sealed interface Arrival {
    record Request(SignatureRequest request) implements Arrival {}

    record Tidings(UserMessage message) implements Arrival {}

    record End(ConnectionException cause) implements Arrival {}
  }

  private final BlockingQueue<Arrival> requests = new ArrayBlockingQueue<>(MOST);
  private final BlockingQueue<Arrival> messages = new ArrayBlockingQueue<>(MOST);

  @Override
  public void signatureRequested(SignatureRequest request) {
    requests.offer(new Arrival.Request(request));
  }

  @Override
  public void messageReceived(UserMessage message) {
    if (!message.undelivered()) {
      messages.offer(new Arrival.Tidings(message));
    }
  }

  @Override
  public void connectionLost(ConnectionException cause) {
    end(requests, cause);
    end(messages, cause);
  }

  private static void end(BlockingQueue<Arrival> queue, ConnectionException cause) {
    queue.clear();
    queue.offer(new Arrival.End(cause));
  }

  /**
   * The next request; null if there is none until then, {@link System#nanoTime} in ns.
   *
   * @throws ConnectionException if the connection was lost
   */
  @Nullable SignatureRequest next(long end) throws InterruptedException {
    Arrival arrival = poll(requests, end);
    return arrival instanceof Arrival.Request request ? request.request() : null;
  }

  /**
   * Waits until somebody tells that the transaction is recorded, or the time is over.
   *
   * @throws ConnectionException if the connection was lost
   */
  void awaitTidings(TransactionId id, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Arrival arrival = poll(messages, end);
    while (arrival instanceof Arrival.Tidings tidings && !tellsOf(tidings.message(), id)) {
      arrival = poll(messages, end);
    }
  }

  private static @Nullable Arrival poll(BlockingQueue<Arrival> queue, long end)
      throws InterruptedException {
    Arrival arrival = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (arrival instanceof Arrival.End lost) {
      throw lost.cause();
    }
    return arrival;
  }

  private static boolean tellsOf(UserMessage message, TransactionId id) {
    return message.payload() instanceof Value.ListValue list
        && list.items().size() == 2
        && list.items().get(1) instanceof Value.Bytes bytes
        && id.hasBytes(bytes.value());
  }
}
