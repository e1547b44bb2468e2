package org.bbc1.node.command;

import org.bbc1.message.Command;
import org.bbc1.node.domain.UserRegistry;

/**
 * UNREGISTER: ends the bindings of the connection and the connection itself (spec client-protocol
 * 7.1).
 */
final class UnregisterHandler implements CommandHandler.Immediate {

  private final UserRegistry users;
  private final ReplyPort port;

  UnregisterHandler(UserRegistry users, ReplyPort port) {
    this.users = users;
    this.port = port;
  }

  @Override
  public Command command() {
    return Command.UNREGISTER;
  }

  @Override
  public Reply answer(Request request) {
    users.removeConnection(request.connection());
    port.disconnect(request.connection());
    return Reply.none();
  }
}
