package org.bbc1.transaction;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bbc1.crypto.PublicKey;
import org.bbc1.id.UserId;
import org.bbc1.transaction.ReferenceApproval.Option;
import org.bbc1.transaction.ReferenceApproval.State;

/**
 * The option approvers of one reference. Their slots are anonymous, so each is given to one
 * approver at most, in the order of the slots.
 */
final class OptionApprovers {

  private final SlotSigners signers;
  private final MandatoryApprovers mandatory;
  private final Set<UserId> candidates;
  private final Map<UserId, Collection<PublicKey>> known = new LinkedHashMap<>();
  private final Map<PublicKey, UserId> owners = new HashMap<>();
  private final Set<UserId> attributed = new HashSet<>();
  private final Set<PublicKey> unattributed = new HashSet<>();

  /** With the mandatory approvers, who have been judged already. */
  OptionApprovers(
      SlotSigners signers, UserKeys users, List<UserId> approvers, MandatoryApprovers mandatory) {
    this.signers = signers;
    this.mandatory = mandatory;
    this.candidates = Set.copyOf(approvers);
    for (UserId user : approvers) {
      Collection<PublicKey> keys = users.keysOf(user);
      if (!keys.isEmpty()) {
        known.put(user, keys);
        keys.forEach(key -> owners.putIfAbsent(key, user));
      }
    }
  }

  List<Option> judge(List<Integer> slots) {
    return slots.stream().map(this::judge).toList();
  }

  private Option judge(int slot) {
    Signature signature = signers.signature(slot);
    if (signature.isEmpty()) {
      return anonymous(slot, State.MISSING);
    }
    return signature.hasPublicKey() ? withKey(slot) : withoutKey(slot);
  }

  private Option withoutKey(int slot) {
    for (Map.Entry<UserId, Collection<PublicKey>> user : known.entrySet()) {
      if (signers.isSignedByOneOf(slot, user.getValue())) {
        return attribute(slot, user.getKey());
      }
    }
    boolean allKnown = known.size() == candidates.size();
    return anonymous(slot, allKnown ? State.INVALID : State.UNVERIFIABLE);
  }

  private Option withKey(int slot) {
    Optional<PublicKey> key = signers.signer(slot);
    if (key.isEmpty()) {
      return anonymous(slot, State.INVALID);
    }
    UserId owner = owners.get(key.get());
    return owner == null ? anonymous(slot, unknownSigner(slot, key.get())) : attribute(slot, owner);
  }

  private Option attribute(int slot, UserId user) {
    return attributed.add(user)
        ? new Option(slot, Optional.of(user), State.PROVEN)
        : anonymous(slot, State.REPEATED);
  }

  /** As many unknown signers count as there are approvers whose keys are not known. */
  private State unknownSigner(int slot, PublicKey key) {
    if (mandatory.hasSlot(slot)
        || unattributed.contains(key)
        || mandatory.isOfSomebodyOutside(candidates, key)) {
      return State.REPEATED;
    }
    if (unattributed.size() >= candidates.size() - known.size()) {
      return State.FOREIGN;
    }
    unattributed.add(key);
    return State.UNATTRIBUTED;
  }

  private static Option anonymous(int slot, State state) {
    return new Option(slot, Optional.empty(), state);
  }
}
