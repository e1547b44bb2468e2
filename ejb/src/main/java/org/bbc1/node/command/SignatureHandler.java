package org.bbc1.node.command;

import java.util.concurrent.CompletionStage;
import org.bbc1.error.StatusCode;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.messaging.MessageRouter;
import org.bbc1.node.messaging.UserCategory;

/**
 * RESPONSE_SIGNATURE: takes a signature or its denial from a signer to the user who asked. Nothing
 * is checked against a request: signers answer with query ids of their own (spec client-protocol
 * 13.4).
 */
final class SignatureHandler implements CommandHandler.Deferred {

  private final DomainRegistry domains;
  private final MessageRouter router;

  SignatureHandler(DomainRegistry domains, MessageRouter router) {
    this.domains = domains;
    this.router = router;
  }

  @Override
  public Command command() {
    return Command.RESPONSE_SIGNATURE;
  }

  @Override
  public CompletionStage<Reply> answer(Request request) {
    DomainId domain = domains.require(request.domainId()).id();
    UserId signer = request.sender();
    Message given = request.message();
    UserId asker = given.id(KeyType.DESTINATION_USER_ID, FullIds::user);
    Message.Builder answer =
        Message.builder()
            .put(KeyType.DOMAIN_ID, domain)
            .put(KeyType.COMMAND, Command.RESPONSE_GATHER_SIGNATURE.number())
            .put(KeyType.DESTINATION_USER_ID, asker);
    putQueryId(answer, given);
    answer.put(KeyType.STATUS, 0).put(KeyType.SOURCE_USER_ID, signer);
    putOutcome(answer, given);
    return router
        .send(request.connection(), domain, asker, UserCategory.mark(answer).build())
        .thenApply(done -> Reply.none());
  }

  /** Only as a byte string; another value would end the receive loop of the client that gets it. */
  static void putQueryId(Message.Builder message, Message received) {
    byte[] queryId = received.optBytes(KeyType.QUERY_ID);
    if (queryId != null && queryId.length > 0) {
      message.put(KeyType.QUERY_ID, queryId);
    }
  }

  private static void putOutcome(Message.Builder answer, Message given) {
    byte[] signature = given.optBytes(KeyType.SIGNATURE);
    if (signature != null) {
      answer
          .put(KeyType.SIGNATURE, signature)
          .put(KeyType.REF_INDEX, given.integer(KeyType.REF_INDEX));
      given
          .optInteger(KeyType.TRANSACTION_DATA_FORMAT)
          .ifPresent(format -> answer.put(KeyType.TRANSACTION_DATA_FORMAT, format));
    } else if (status(given) < 0) {
      answer.put(KeyType.STATUS, status(given)).put(KeyType.REASON, reason(given));
    }
  }

  private static long status(Message given) {
    return given.optInteger(KeyType.STATUS).orElse(StatusCode.EOTHER.code());
  }

  /** A denial counts, be it without a usable reason. */
  private static Value reason(Message given) {
    Value reason = given.get(KeyType.REASON);
    return reason instanceof Value.Text || reason instanceof Value.Bytes
        ? new Value.Bytes(given.bytes(KeyType.REASON))
        : new Value.Bytes(new byte[0]);
  }
}
