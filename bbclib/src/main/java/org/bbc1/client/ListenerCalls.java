package org.bbc1.client;

import java.util.function.Consumer;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.jspecify.annotations.Nullable;

/** Hands what reaches the client unasked to the listener, read into what it is. */
final class ListenerCalls implements ClientCore.Inbox {

  private final ClientListener listener;
  private final EventThread events;

  ListenerCalls(ClientListener listener, EventThread events) {
    this.listener = listener;
    this.events = events;
  }

  @Override
  public void received(Message message) {
    events.call(() -> call(message));
  }

  @Override
  public void lost(ConnectionException cause) {
    events.call(() -> listener.connectionLost(cause));
  }

  @Override
  public void restored() {
    events.call(listener::connectionRestored);
  }

  @Override
  public void givenUp(ConnectionException cause) {
    events.call(() -> listener.reconnectionGivenUp(cause));
  }

  private void call(Message message) {
    Runnable call = read(message);
    if (call == null) {
      listener.otherMessage(message);
    } else {
      call.run();
    }
  }

  private @Nullable Runnable read(Message message) {
    @Nullable Command command = Command.responseOfNumber(message.commandNumber().orElse(-1));
    if (command == null) {
      return null;
    }
    try {
      return switch (command) {
        case MESSAGE -> call(UserMessage.read(message), listener::messageReceived);
        case REQUEST_SIGNATURE ->
            isUndelivered(message)
                ? null
                : call(SignatureRequest.read(message), listener::signatureRequested);
        case NOTIFY_INSERTED ->
            call(InsertNotification.read(message), listener::transactionInserted);
        case NOTIFY_CROSS_REF -> call(CrossRefStock.read(message), listener::crossRefReceived);
        default -> null;
      };
    } catch (MessageFieldException | IllegalArgumentException e) {
      return null;
    }
  }

  /** A request of this user's own that came back late. */
  private static boolean isUndelivered(Message message) {
    return !message.optBool(KeyType.RESULT).orElse(true);
  }

  private static <T> Runnable call(T read, Consumer<T> method) {
    return () -> method.accept(read);
  }
}
