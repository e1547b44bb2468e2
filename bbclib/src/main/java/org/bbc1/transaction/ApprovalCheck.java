package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bbc1.crypto.PublicKey;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.ReferenceApproval.Cause;
import org.bbc1.transaction.ReferenceApproval.Mandatory;
import org.bbc1.transaction.ReferenceApproval.Option;
import org.bbc1.transaction.ReferenceApproval.Resolved;
import org.bbc1.transaction.ReferenceApproval.Unresolved;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether those have signed who must approve the use of the events that a transaction
 * refers to: every mandatory approver, and as many of the option approvers as the event demands.
 * {@link TransactionValidator} does not look at that, since the format does not say whose a key is;
 * this check takes the caller's knowledge of it, or does without. Thread-safe. Source:
 * transaction-format section 7.3.
 *
 * <p>An approver counts by the slot that the reference reserves for him. One signer counts once for
 * each reference: by his user id if his keys are known, else by his key. A signature without a key
 * is tried with every known key of those who may have made it; so a check takes one verification
 * for each slot, and for a slot without key one for each of those keys.
 */
public final class ApprovalCheck {

  private final SignatureEngine engine;

  /** A check that verifies by the given engine. */
  public ApprovalCheck(SignatureEngine engine) {
    this.engine = engine;
  }

  /**
   * The approvals of all references of a transaction, in their order.
   *
   * @param referred gives the transaction with an id, null if the caller does not have it
   * @param users the keys that the caller knows, or {@link UserKeys#UNKNOWN}; asked once for each
   *     approver
   */
  public List<ReferenceApproval> check(
      Transaction transaction,
      Function<TransactionId, @Nullable Transaction> referred,
      UserKeys users) {
    SlotSigners signers = new SlotSigners(engine, transaction);
    Map<UserId, Collection<PublicKey>> known = new HashMap<>();
    UserKeys askedOnce = user -> known.computeIfAbsent(user, users::keysOf);
    List<ReferenceApproval> approvals = new ArrayList<>();
    for (Reference reference : transaction.references()) {
      Transaction earlier = referred.apply(reference.transactionId());
      approvals.add(check(reference, earlier, signers, askedOnce));
    }
    return List.copyOf(approvals);
  }

  private static ReferenceApproval check(
      Reference reference, @Nullable Transaction referred, SlotSigners signers, UserKeys users) {
    if (referred == null) {
      return new Unresolved(reference, Cause.UNKNOWN_TRANSACTION);
    }
    if (!reference.names(referred)) {
      return new Unresolved(reference, Cause.OTHER_TRANSACTION);
    }
    if (reference.eventIndex() >= referred.events().size()) {
      return new Unresolved(reference, Cause.NO_SUCH_EVENT);
    }
    return resolve(reference, referred.events().get(reference.eventIndex()), signers, users);
  }

  private static Resolved resolve(
      Reference reference, Event event, SlotSigners signers, UserKeys users) {
    List<Integer> slots = reference.signatureSlots();
    int reserved = Math.min(event.mandatoryApprovers().size(), slots.size());
    MandatoryApprovers mandatory =
        new MandatoryApprovers(signers, users, event, slots.subList(0, reserved));
    List<Mandatory> found = mandatory.judge();
    List<Option> options =
        new OptionApprovers(signers, users, event.optionApprovers(), mandatory)
            .judge(slots.subList(reserved, slots.size()));
    return new Resolved(
        reference, found, options, event.optionNumerator(), event.optionApprovers());
  }
}
