package org.bbc1.node.command;

import org.bbc1.message.Command;
import org.bbc1.node.messaging.Messaging;

/**
 * UNREGISTER: ends the bindings of the connection and the connection itself (spec client-protocol
 * 7.1).
 */
final class UnregisterHandler implements CommandHandler.Immediate {

  private final Messaging messaging;
  private final ReplyPort port;

  UnregisterHandler(Messaging messaging, ReplyPort port) {
    this.messaging = messaging;
    this.port = port;
  }

  @Override
  public Command command() {
    return Command.UNREGISTER;
  }

  @Override
  public Reply answer(Request request) {
    messaging.removeConnection(request.connection());
    port.disconnect(request.connection());
    return Reply.none();
  }
}
