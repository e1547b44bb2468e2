package org.bbc1.node.command;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.bbc1.message.Command;
import org.jspecify.annotations.Nullable;

/** Which handler does which command. */
final class CommandRegistry {

  private final Map<Command, CommandHandler> handlers = new EnumMap<>(Command.class);

  /**
   * @throws IllegalArgumentException if two handlers claim the same command, or one a message that
   *     clients never send
   */
  CommandRegistry(Collection<? extends CommandHandler> handlers) {
    for (CommandHandler handler : handlers) {
      Command command = handler.command();
      if (!command.isSentByClients() || this.handlers.putIfAbsent(command, handler) != null) {
        throw new IllegalArgumentException(command + " cannot be handled by " + handler.getClass());
      }
    }
  }

  /** The handler, or null if this node does not offer the command. */
  @Nullable CommandHandler find(Command command) {
    return handlers.get(command);
  }
}
