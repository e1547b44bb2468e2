package org.bbc1.node.command;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bbc1.error.StatusCode;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.ledgersubsystem.LedgerSubsystems;

/** VERIFY_HASH_IN_SUBSYS (spec client-protocol 11.9). */
final class VerifyHashHandler implements CommandHandler.Deferred {

  /** What the reference says of every digest while it is switched off. */
  private static final Value SWITCHED_OFF = new Value.MapValue(Map.of());

  private final DomainRegistry domains;
  private final LedgerSubsystems subsystems;

  VerifyHashHandler(DomainRegistry domains, LedgerSubsystems subsystems) {
    this.domains = domains;
    this.subsystems = subsystems;
  }

  @Override
  public Command command() {
    return Command.REQUEST_VERIFY_HASH_IN_SUBSYS;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.TRANSACTION_ID);
  }

  @Override
  public CompletionStage<Reply> answer(Request request) {
    byte[] digest = request.message().bytes(KeyType.TRANSACTION_ID);
    DomainId domain = domains.require(request.domainId()).id();
    if (!subsystems.isInstalled(domain)) {
      return CompletableFuture.completedStage(
          Reply.routedError(StatusCode.ENOSUBSYSTEM, Reasons.LEDGER_SUBSYSTEM_NOT_ACTIVATED));
    }
    if (!subsystems.isEnabled(domain)) {
      return CompletableFuture.completedStage(reply(SWITCHED_OFF));
    }
    return subsystems
        .verify(domain, digest)
        .thenApply(evidence -> reply(EvidenceAnswer.of(evidence)));
  }

  private static Reply reply(Value answer) {
    return Reply.routed(fields -> fields.put(KeyType.MERKLE_TREE, answer));
  }
}
