package org.bbc1.cli;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.ClientListener;
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

  private final BlockingQueue<SignatureRequest> requests = new ArrayBlockingQueue<>(MOST);
  private final BlockingQueue<UserMessage> messages = new ArrayBlockingQueue<>(MOST);

  @Override
  public void signatureRequested(SignatureRequest request) {
    requests.offer(request);
  }

  @Override
  public void messageReceived(UserMessage message) {
    if (!message.undelivered()) {
      messages.offer(message);
    }
  }

  /** The next request; null if there is none until then, {@link System#nanoTime} in ns. */
  @Nullable SignatureRequest next(long end) throws InterruptedException {
    return requests.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** Waits until somebody tells that the transaction is recorded, or the time is over. */
  void awaitTidings(TransactionId id, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    UserMessage message;
    do {
      message = messages.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } while (message != null && !tellsOf(message, id));
  }

  private static boolean tellsOf(UserMessage message, TransactionId id) {
    return message.payload() instanceof Value.ListValue list
        && list.items().size() == 2
        && list.items().get(1) instanceof Value.Bytes bytes
        && id.hasBytes(bytes.value());
  }
}
