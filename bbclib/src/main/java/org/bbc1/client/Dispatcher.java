package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.bbc1.message.Message;

/**
 * Takes what the connection brings to whom it concerns. A listener that fails does not harm the
 * connection.
 */
final class Dispatcher implements FrameConnection.Receiver {

  private static final System.Logger LOG = System.getLogger(BbcAsyncClient.class.getName());

  private final PendingRequests pending;
  private final Consumer<Message> unmatched;

  Dispatcher(PendingRequests pending, Consumer<Message> unmatched) {
    this.pending = pending;
    this.unmatched = unmatched;
  }

  @Override
  public void received(Message message) {
    if (pending.complete(message)) {
      return;
    }
    try {
      unmatched.accept(message);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the listener for unmatched messages failed", e);
    }
  }

  @Override
  public void ended(ConnectionException cause) {
    pending.failAll(cause);
  }
}
