package org.bbc1.node.command;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;

/**
 * One client command. Its kind tells where it may run; what it throws is answered by {@link
 * ErrorReplies}. Whether it is an admin command stands in {@link Command#admin()}.
 */
sealed interface CommandHandler {

  /** The command. */
  Command command();

  /**
   * Fields that must be present, be it nil; domain, sender and query id are looked after by the
   * dispatcher.
   */
  default Set<KeyType> mandatory() {
    return Set.of();
  }

  /** Whether the request is in vain without a query id, as every one is that has a reply. */
  default boolean needsQueryId() {
    return command().response() != null;
  }

  /** Answers from memory, on the thread that delivered the message. */
  non-sealed interface Immediate extends CommandHandler {

    Reply answer(Request request);
  }

  /** Waits for the database or a file; runs on the query pool. */
  non-sealed interface Blocking extends CommandHandler {

    Reply answer(Request request);
  }

  /** Answers later without holding a thread meanwhile. */
  non-sealed interface Deferred extends CommandHandler {

    CompletionStage<Reply> answer(Request request);
  }
}
