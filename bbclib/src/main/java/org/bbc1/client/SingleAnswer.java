package org.bbc1.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.bbc1.message.Command;
import org.bbc1.message.Message;

/**
 * A request with one answer.
 *
 * @param response command of the answer
 * @param unnumbered which message is the answer though it has no query id
 */
record SingleAnswer(
    Command response, Predicate<Message> unnumbered, CompletableFuture<Message> answer)
    implements Pending<Message> {

  /** A request whose answer has its query id. */
  SingleAnswer(Command response) {
    this(response, message -> false, new CompletableFuture<>());
  }

  @Override
  public boolean take(Message message) {
    return message.commandNumber().orElse(-1) == response.number() && answer.complete(message);
  }

  @Override
  public boolean takeUnnumbered(Message message) {
    return unnumbered.test(message) && take(message);
  }

  @Override
  public Message afterTimeout(Duration timeout) {
    throw new RequestTimeoutException(timeout);
  }
}
