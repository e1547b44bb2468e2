package org.bbc1.node.command;

import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.MessageFieldException;
import org.bbc1.message.Reasons;
import org.bbc1.node.crossref.CrossReferences;

/**
 * CROSS_REF_VERIFY: the finding of another node follows as a message of its own, without query id;
 * only if it is certain that none will, there is a reply (spec client-protocol 11.7).
 */
final class CrossRefVerifyHandler implements CommandHandler.Immediate {

  private final CrossReferences crossReferences;

  CrossRefVerifyHandler(CrossReferences crossReferences) {
    this.crossReferences = crossReferences;
  }

  @Override
  public Command command() {
    return Command.REQUEST_CROSS_REF_VERIFY;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.TRANSACTION_ID);
  }

  /**
   * @throws MessageFieldException if the sender or the transaction is nil
   */
  @Override
  public Reply answer(Request request) {
    UserId requester = request.message().id(KeyType.SOURCE_USER_ID, UserId::of);
    TransactionId transaction =
        LedgerIds.orNull(request.message().bytes(KeyType.TRANSACTION_ID), TransactionId::of);
    boolean asked =
        transaction != null
            && crossReferences.requestVerification(request.domainId(), requester, transaction);
    return asked
        ? Reply.none()
        : Reply.routedError(StatusCode.ENOTRANSACTION, Reasons.CANNOT_VERIFY_CROSS_REF);
  }
}
