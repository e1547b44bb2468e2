package org.bbc1.node.command;

import java.security.SecureRandom;
import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.session.KeyExchange;
import org.bbc1.session.KeyExchangeException;
import org.bbc1.session.SessionKey;

/**
 * ECDH_KEY_EXCHANGE: gives the connection a key (spec client-protocol 8). Everything is checked
 * before anything is answered; the reply is plain, and the key works from behind it on. A second
 * exchange replaces the key, so that a connection never has more than one.
 */
final class KeyExchangeHandler implements CommandHandler.Immediate {

  private final DomainRegistry domains;
  private final SecureRandom random;

  KeyExchangeHandler(DomainRegistry domains, SecureRandom random) {
    this.domains = domains;
    this.random = random;
  }

  @Override
  public Command command() {
    return Command.REQUEST_ECDH_KEY_EXCHANGE;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.ECDH, KeyType.NONCE, KeyType.HINT, KeyType.RANDOM);
  }

  @Override
  public Reply answer(Request request) {
    domains.require(request.domainId());
    Message message = request.message();
    KeyExchange exchange = KeyExchange.begin(random);
    SessionKey key = agree(exchange, message);
    return Reply.direct(
            fields ->
                fields
                    .putNil(KeyType.DOMAIN_ID)
                    .put(KeyType.ECDH, exchange.publicPoint())
                    .put(KeyType.NONCE, message.bytes(KeyType.NONCE))
                    .put(KeyType.RANDOM, message.bytes(KeyType.RANDOM))
                    .put(KeyType.HINT, exchange.keyName()))
        .withSessionKey(key);
  }

  private static SessionKey agree(KeyExchange exchange, Message message) {
    try {
      return exchange.agree(
          message.bytes(KeyType.ECDH),
          message.bytes(KeyType.HINT),
          message.bytes(KeyType.NONCE),
          message.bytes(KeyType.RANDOM));
    } catch (KeyExchangeException e) {
      throw new CommandException(StatusCode.EINVALID_COMMAND, Reasons.LACK_OF_MANDATORY_PARAMS);
    }
  }
}
