package org.bbc1.client;

import java.util.function.Supplier;
import org.bbc1.message.Message;

/** Takes messages to the callback: queues are filled at once, methods called on their thread. */
final class CallbackInbox implements ClientCore.Inbox {

  private final Supplier<Callback> callback;
  private final EventThread events;

  CallbackInbox(Supplier<Callback> callback, EventThread events) {
    this.callback = callback;
    this.events = events;
  }

  @Override
  public void received(Message message) {
    Callback current = callback.get();
    if (!current.queues().offer(message)) {
      events.call(() -> current.dispatch(message));
    }
  }

  @Override
  public void lost(ConnectionException cause) {
    callback.get().queues().end(cause);
  }

  @Override
  public void restored() {
    callback.get().queues().restart();
  }
}
