package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bbc1.crypto.PublicKey;
import org.bbc1.id.UserId;
import org.bbc1.transaction.ReferenceApproval.Mandatory;
import org.bbc1.transaction.ReferenceApproval.State;

/** The mandatory approvers of one reference and the slots reserved for them. */
final class MandatoryApprovers {

  private final SlotSigners signers;
  private final UserKeys users;
  private final List<UserId> approvers;
  private final List<Integer> slots;
  private final Set<Integer> slotSet;

  /** Whose the keys are that the caller knows; those of option approvers, too. */
  private final Map<PublicKey, UserId> owners = new HashMap<>();

  /** In whose slot an unknown key has been found. */
  private final Map<PublicKey, UserId> unattributed = new HashMap<>();

  /** With the first slots of a reference, which may be fewer than the approvers. */
  MandatoryApprovers(SlotSigners signers, UserKeys users, Event event, List<Integer> slots) {
    this.signers = signers;
    this.users = users;
    this.approvers = event.mandatoryApprovers();
    this.slots = slots;
    this.slotSet = new HashSet<>(slots);
    approvers.forEach(this::addOwner);
    event.optionApprovers().forEach(this::addOwner);
  }

  private void addOwner(UserId user) {
    users.keysOf(user).forEach(key -> owners.putIfAbsent(key, user));
  }

  List<Mandatory> judge() {
    List<Mandatory> found = new ArrayList<>();
    for (int i = 0; i < approvers.size(); i++) {
      UserId user = approvers.get(i);
      found.add(new Mandatory(user, i < slots.size() ? judge(user, slots.get(i)) : State.MISSING));
    }
    return found;
  }

  private State judge(UserId user, int slot) {
    Signature signature = signers.signature(slot);
    if (signature.isEmpty()) {
      return State.MISSING;
    }
    Collection<PublicKey> known = users.keysOf(user);
    return signature.hasPublicKey() ? withKey(user, slot, known) : withoutKey(slot, known);
  }

  private State withoutKey(int slot, Collection<PublicKey> known) {
    if (known.isEmpty()) {
      return State.UNVERIFIABLE;
    }
    return signers.isSignedByOneOf(slot, known) ? State.PROVEN : State.INVALID;
  }

  private State withKey(UserId user, int slot, Collection<PublicKey> known) {
    Optional<PublicKey> key = signers.signer(slot);
    if (key.isEmpty()) {
      return State.INVALID;
    }
    if (!known.isEmpty()) {
      return known.contains(key.get()) ? State.PROVEN : State.FOREIGN;
    }
    if (owners.containsKey(key.get())) {
      return State.FOREIGN;
    }
    UserId first = unattributed.computeIfAbsent(key.get(), absent -> user);
    return first.equals(user) ? State.UNATTRIBUTED : State.REPEATED;
  }

  boolean hasSlot(int slot) {
    return slotSet.contains(slot);
  }

  /** Whether the key is one of an approver, as far as one can tell, who is none of these users. */
  boolean isOfSomebodyOutside(Set<UserId> others, PublicKey key) {
    UserId user = owners.getOrDefault(key, unattributed.get(key));
    return user != null && !others.contains(user);
  }
}
