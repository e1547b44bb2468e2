package org.bbc1.client;

import org.bbc1.message.Command;
import org.bbc1.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages to the callback in force: queues are filled at once, methods called on their
 * thread.
 */
final class CallbackInbox implements ClientCore.Inbox {

  private final EventThread events;
  private volatile Callback callback;
  private @Nullable ConnectionException end;

  CallbackInbox(Callback callback, EventThread events) {
    this.callback = callback;
    this.events = events;
  }

  Callback callback() {
    return callback;
  }

  /** Puts another callback in force, which learns whether there is a connection. */
  synchronized void use(Callback other) {
    callback = other;
    tell();
  }

  /** An answer to a key exchange that is not waited for any more has put no key in force. */
  @Override
  public void received(Message message) {
    Callback current = callback;
    boolean late =
        message.commandNumber().orElse(-1) == Command.RESPONSE_ECDH_KEY_EXCHANGE.number();
    if (late || !current.queues().offer(message)) {
      events.call(late ? () -> current.unknown(message) : () -> current.dispatch(message));
    }
  }

  /** The node has answered a key exchange; unless it refused, the key is in force. */
  void keyExchanged(Message answer) {
    Callback current = callback;
    if (!current.queues().offer(answer)) {
      events.call(() -> current.dispatch(answer));
    }
  }

  @Override
  public synchronized void lost(ConnectionException cause) {
    end = cause;
    tell();
  }

  @Override
  public synchronized void restored() {
    end = null;
    tell();
  }

  /** Nothing has waited since the loss. */
  @Override
  public void givenUp(ConnectionException cause) {}

  private void tell() {
    if (end == null) {
      callback.queues().restart();
    } else {
      callback.queues().end(end);
    }
  }
}
