package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;

/**
 * A reference with the signature slots of those who must approve the use of the event it refers to:
 * one for each mandatory approver, then as many anonymous ones as option approvers are needed.
 * Source: transaction-format section 7.3.
 */
public final class ReferenceSlots {

  private final SlotTable slots;
  private final Reference reference;
  private final Transaction referred;
  private final Event event;
  private final List<Integer> optionSlots;
  private final int userIdLength;

  private ReferenceSlots(
      SlotTable slots, Reference reference, Transaction referred, int userIdLength) {
    this.slots = slots;
    this.reference = reference;
    this.referred = referred;
    this.event = eventOf(referred, reference.eventIndex());
    this.userIdLength = userIdLength;
    int mandatory = Math.min(event.mandatoryApprovers().size(), reference.signatureSlots().size());
    this.optionSlots =
        reference.signatureSlots().subList(mandatory, reference.signatureSlots().size());
  }

  /** Reserves slots for a new reference. */
  static ReferenceSlots reserve(
      SlotTable slots,
      IdLengths lengths,
      AssetGroupId group,
      Transaction referred,
      int eventIndex) {
    Event event = eventOf(referred, eventIndex);
    List<Integer> numbers = new ArrayList<>();
    // Users of the earlier transaction may have longer ids than those of this one.
    event
        .mandatoryApprovers()
        .forEach(user -> numbers.add(slots.reserve(shortened(user, lengths.userId()))));
    for (int i = 0; i < event.optionNumerator(); i++) {
      numbers.add(slots.append(Signature.EMPTY));
    }
    Reference reference =
        new Reference(
            lengths.cut(group), lengths.cut(referred.transactionId()), eventIndex, numbers);
    return new ReferenceSlots(slots, reference, referred, lengths.userId());
  }

  /** Finds out whose the slots of an existing reference are. */
  static ReferenceSlots restore(SlotTable slots, Reference reference, Transaction referred) {
    if (!reference.names(referred)) {
      throw new IllegalArgumentException("the reference names another transaction");
    }
    Event event = eventOf(referred, reference.eventIndex());
    int known = Math.min(event.mandatoryApprovers().size(), reference.signatureSlots().size());
    for (int i = 0; i < known; i++) {
      slots.assign(event.mandatoryApprovers().get(i), reference.signatureSlots().get(i));
    }
    return new ReferenceSlots(slots, reference, referred, UserId.FULL_LENGTH);
  }

  private static UserId shortened(UserId user, int length) {
    return user.length() > length ? user.truncate(length) : user;
  }

  private static Event eventOf(Transaction referred, int index) {
    if (index < 0 || index >= referred.events().size()) {
      throw new IllegalArgumentException(
          "transaction " + referred.transactionId() + " has no event " + index);
    }
    return referred.events().get(index);
  }

  /** The reference as it goes into the transaction. */
  public Reference reference() {
    return reference;
  }

  /** The earlier transaction: who is asked for a signature may want to see it. */
  public Transaction referredTransaction() {
    return referred;
  }

  /** Everybody to ask for a signature: mandatory approvers, then option approvers. */
  public List<UserId> destinations() {
    List<UserId> users = new ArrayList<>(event.mandatoryApprovers());
    users.addAll(event.optionApprovers());
    return List.copyOf(users);
  }

  /**
   * Takes the signature of an approver. An option approver gets the next free anonymous slot, in
   * order of arrival.
   *
   * @return false if the user is no approver, or an option approver for whom no slot is left
   */
  public boolean addSignature(UserId user, Signature signature) {
    UserId signer = shortened(user, userIdLength);
    if (isOneOf(event.optionApprovers(), signer)) {
      return optionSlots.stream()
          .filter(slots::isFree)
          .findFirst()
          .map(slot -> slots.fill(slot, signature))
          .orElse(false);
    }
    return isOneOf(event.mandatoryApprovers(), signer) && slots.fill(signer, signature);
  }

  private boolean isOneOf(List<UserId> approvers, UserId signer) {
    return approvers.stream().anyMatch(user -> shortened(user, userIdLength).equals(signer));
  }
}
