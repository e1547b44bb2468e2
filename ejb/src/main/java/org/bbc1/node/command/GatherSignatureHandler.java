package org.bbc1.node.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.Id;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.messaging.MessageRouter;
import org.bbc1.node.messaging.UserCategory;

/**
 * GATHER_SIGNATURE: asks every user named, except the one who asks, for a signature. The node keeps
 * no record; the answers come through {@link SignatureHandler} (spec client-protocol 13.4).
 */
final class GatherSignatureHandler implements CommandHandler.Deferred {

  private final DomainRegistry domains;
  private final MessageRouter router;
  private final int maxSigners;

  GatherSignatureHandler(DomainRegistry domains, MessageRouter router, int maxSigners) {
    this.domains = domains;
    this.router = router;
    this.maxSigners = maxSigners;
  }

  @Override
  public Command command() {
    return Command.REQUEST_GATHER_SIGNATURE;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.TRANSACTION_DATA, KeyType.DESTINATION_USER_IDS);
  }

  /** The answers of the signers can be told apart without it. */
  @Override
  public boolean needsQueryId() {
    return false;
  }

  @Override
  public CompletionStage<Reply> answer(Request request) {
    DomainId domain = domains.require(request.domainId()).id();
    if (request.message().get(KeyType.DESTINATION_USER_IDS) instanceof Value.Nil) {
      return CompletableFuture.completedStage(ErrorReplies.lackOfParameters());
    }
    Set<UserId> signers = signers(request);
    Message.Builder question = question(request, domain);
    boolean anycast = MessageHandler.isAnycast(request.message());
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (UserId signer : signers) {
      Message message = question.put(KeyType.DESTINATION_USER_ID, signer).build();
      CompletionStage<Void> stage =
          anycast && router.hasMember(domain, signer)
              ? router.sendToAny(domain, signer, message)
              : router.send(request.connection(), domain, signer, message);
      sent.add(stage.toCompletableFuture());
    }
    return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
        .thenApply(done -> Reply.none());
  }

  private Set<UserId> signers(Request request) {
    Set<UserId> signers = new LinkedHashSet<>();
    try {
      request
          .message()
          .bytesList(KeyType.DESTINATION_USER_IDS)
          .forEach(id -> signers.add(FullIds.user(id)));
    } catch (IllegalArgumentException e) {
      throw new CommandException(StatusCode.EINVALID_COMMAND, Reasons.LACK_OF_MANDATORY_PARAMS);
    }
    signers.remove(request.sender());
    if (signers.size() > maxSigners) {
      throw new CommandException(
          StatusCode.EINVALID_COMMAND, "more than " + maxSigners + " users asked to sign");
    }
    return signers;
  }

  /** REQUEST_SIGNATURE with everything but whom it is for, which has its place already. */
  private static Message.Builder question(Request request, DomainId domain) {
    Message asked = request.message();
    Message.Builder question =
        Message.builder()
            .put(KeyType.DOMAIN_ID, domain)
            .put(KeyType.COMMAND, Command.REQUEST_SIGNATURE.number())
            .putNil(KeyType.DESTINATION_USER_ID);
    SignatureHandler.putQueryId(question, asked);
    question
        .put(KeyType.SOURCE_USER_ID, request.sender())
        .put(KeyType.STATUS, 0)
        .put(KeyType.TRANSACTION_DATA, asked.bytes(KeyType.TRANSACTION_DATA));
    Value hint = asked.get(KeyType.HINT);
    if (hint != null) {
      question.put(KeyType.HINT, Payload.forwarded(hint, request.dialect()));
    }
    putMap(question, KeyType.TRANSACTIONS, asked.bytesMap(KeyType.TRANSACTIONS, TransactionId::of));
    putMap(question, KeyType.ALL_ASSET_FILES, asked.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of));
    byte[] transactionId = asked.optBytes(KeyType.TRANSACTION_ID);
    if (transactionId != null) {
      question.put(KeyType.TRANSACTION_ID, transactionId);
    }
    return UserCategory.mark(question);
  }

  private static void putMap(
      Message.Builder question, KeyType key, Map<? extends Id, byte[]> contents) {
    if (!contents.isEmpty()) {
      question.put(key, contents);
    }
  }
}
