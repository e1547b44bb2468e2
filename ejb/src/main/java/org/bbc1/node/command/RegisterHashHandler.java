package org.bbc1.node.command;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bbc1.error.StatusCode;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.ledgersubsystem.LedgerSubsystems;

/**
 * REGISTER_HASH_IN_SUBSYS: answered when the digest is stored (spec client-protocol 11.9). The
 * reference reports success while it is switched off, and forgets the digest.
 */
final class RegisterHashHandler implements CommandHandler.Deferred {

  private final DomainRegistry domains;
  private final LedgerSubsystems subsystems;

  RegisterHashHandler(DomainRegistry domains, LedgerSubsystems subsystems) {
    this.domains = domains;
    this.subsystems = subsystems;
  }

  @Override
  public Command command() {
    return Command.REQUEST_REGISTER_HASH_IN_SUBSYS;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.TRANSACTION_ID);
  }

  @Override
  public CompletionStage<Reply> answer(Request request) {
    TransactionId digest = request.message().id(KeyType.TRANSACTION_ID, TransactionId::of);
    DomainId domain = domains.require(request.domainId()).id();
    if (!subsystems.isEnabled(domain)) {
      return CompletableFuture.completedStage(
          Reply.routedError(StatusCode.ENOSUBSYSTEM, Reasons.LEDGER_SUBSYSTEM_NOT_ACTIVATED));
    }
    return subsystems
        .register(domain, digest.toByteArray())
        .thenApply(nothing -> Reply.routed(fields -> {}));
  }
}
