package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.bbc1.message.Command;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;

/** Takes what the connection brings to the request it answers, or else to those who listen. */
final class Dispatcher implements FrameConnection.Receiver {

  private static final System.Logger LOG = System.getLogger(BbcAsyncClient.class.getName());

  private final PendingRequests pending;
  private final CrossRefStock crossRefs;
  private final Consumer<Message> unasked;

  Dispatcher(PendingRequests pending, CrossRefStock crossRefs, Consumer<Message> unasked) {
    this.pending = pending;
    this.crossRefs = crossRefs;
    this.unasked = unasked;
  }

  @Override
  public void received(Message message) {
    try {
      if (pending.complete(message)) {
        return;
      }
      if (message.commandNumber().orElse(-1) == Command.NOTIFY_CROSS_REF.number()) {
        crossRefs.add(CrossRefStock.read(message));
      }
    } catch (MessageFieldException | IllegalArgumentException | ArithmeticException e) {
      LOG.log(Level.DEBUG, "unreadable message: {0}", e.getMessage());
    }
    unasked.accept(message);
  }

  @Override
  public void ended(ConnectionException cause) {
    pending.failAll(cause);
  }
}
