package org.bbc1.client;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.bbc1.session.KeyExchange;
import org.bbc1.session.KeyExchangeException;
import org.bbc1.session.SessionKey;

/**
 * A key exchange in flight. The key is put in force while its answer is taken, for the next frame
 * may be encrypted already. If the answer is a refusal it is for the caller to see. Source:
 * client-protocol section 8.1.
 */
final class KeyExchangeAnswer implements Pending<Message> {

  private static final int RANDOM_LENGTH = 8;

  private final KeyExchange exchange;
  private final byte[] nonce = new byte[SessionKey.NONCE_LENGTH];
  private final byte[] random = new byte[RANDOM_LENGTH];
  private final Consumer<SessionKey> activation;
  private final CompletableFuture<Message> answer = new CompletableFuture<>();

  KeyExchangeAnswer(SecureRandom source, Consumer<SessionKey> activation) {
    this.exchange = KeyExchange.begin(source);
    this.activation = activation;
    source.nextBytes(nonce);
    source.nextBytes(random);
  }

  /** Adds what the node needs to a request. */
  Message.Builder addTo(Message.Builder request) {
    return request
        .put(KeyType.ECDH, exchange.publicPoint())
        .put(KeyType.NONCE, nonce)
        .put(KeyType.HINT, exchange.keyName())
        .put(KeyType.RANDOM, random);
  }

  @Override
  public CompletableFuture<Message> answer() {
    return answer;
  }

  @Override
  public boolean take(Message message) {
    return message.commandNumber().orElse(-1) == Command.RESPONSE_ECDH_KEY_EXCHANGE.number()
        && !answer.isDone()
        && finish(message);
  }

  private boolean finish(Message message) {
    try {
      if (Answers.status(message) >= 0) {
        byte[] point = message.bytes(KeyType.ECDH);
        activation.accept(exchange.agree(point, message.bytes(KeyType.HINT), nonce, random));
      }
      return answer.complete(message);
    } catch (KeyExchangeException | MessageFieldException | ArithmeticException e) {
      return answer.completeExceptionally(new ReplyFormatException(e));
    }
  }

  @Override
  public boolean takeUnnumbered(Message message) {
    return false;
  }

  @Override
  public Message afterTimeout(Duration timeout) {
    throw new RequestTimeoutException(timeout);
  }
}
