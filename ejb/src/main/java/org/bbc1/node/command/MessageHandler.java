package org.bbc1.node.command;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
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
 * MESSAGE: from user to user. Only fields that belong to it are passed on; others would let the
 * sender forge answers of the node or commands between nodes (spec client-protocol 13.1, 17).
 */
final class MessageHandler implements CommandHandler.Deferred {

  private static final Set<KeyType> PASSED_ON =
      EnumSet.of(
          KeyType.COMMAND,
          KeyType.DOMAIN_ID,
          KeyType.SOURCE_USER_ID,
          KeyType.DESTINATION_USER_ID,
          KeyType.STATUS,
          KeyType.MESSAGE,
          KeyType.IS_ANYCAST);

  private final DomainRegistry domains;
  private final MessageRouter router;

  MessageHandler(DomainRegistry domains, MessageRouter router) {
    this.domains = domains;
    this.router = router;
  }

  @Override
  public Command command() {
    return Command.MESSAGE;
  }

  @Override
  public CompletionStage<Reply> answer(Request request) {
    DomainId domain = domains.require(request.domainId()).id();
    request.sender();
    UserId destination = request.message().id(KeyType.DESTINATION_USER_ID, FullIds::user);
    CompletionStage<Void> sent =
        isAnycast(request.message())
            ? router.sendToAny(
                domain, destination, passedOn(request, MessageRouter.ANYCAST_TTL - 1))
            : router.send(
                request.connection(),
                domain,
                destination,
                passedOn(request, MessageRouter.ANYCAST_TTL));
    return sent.thenApply(done -> Reply.none());
  }

  static boolean isAnycast(Message message) {
    return message.get(KeyType.IS_ANYCAST) instanceof Value.Bool anycast && anycast.value();
  }

  private static Message passedOn(Request request, int anycastTtl) {
    Message.Builder message = Message.builder();
    request
        .message()
        .fields()
        .forEach(
            (number, value) -> {
              KeyType key = KeyType.ofNumber(number);
              if (key == null || PASSED_ON.contains(key)) {
                message.putByNumber(number, Payload.forwarded(value, request.dialect()));
              }
            });
    if (request.message().has(KeyType.STATUS)) {
      message.put(KeyType.STATUS, 0);
    }
    if (request.message().has(KeyType.IS_ANYCAST)) {
      message.put(KeyType.ANYCAST_TTL, anycastTtl);
    }
    return UserCategory.mark(message).build();
  }
}
