package org.bbc1.transaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bbc1.id.UserId;

/**
 * Who has approved one reference. Source: transaction-format section 7.3.
 *
 * @see ApprovalCheck
 */
public sealed interface ReferenceApproval {

  /** What is to be said about one signature slot. */
  enum State {
    /** The slot is empty or does not exist. */
    MISSING,
    /** The signature does not verify. */
    INVALID,
    /** The signature has no key inside, and the user's keys are not known. */
    UNVERIFIABLE,
    /** The signature verifies, but the key is not one of those who could sign here. */
    FOREIGN,
    /** The signature verifies, but its signer is counted in another slot of the reference. */
    REPEATED,
    /** The signature verifies; whose key it is, is not known. */
    UNATTRIBUTED,
    /** The signature verifies with a known key of the user. */
    PROVEN;

    /** Whether it counts, as far as the caller knows. */
    public boolean counts() {
      return this == UNATTRIBUTED || this == PROVEN;
    }
  }

  /** One mandatory approver. */
  record Mandatory(UserId user, State state) {}

  /**
   * One slot for an option approver.
   *
   * @param user who signed, if it is {@link State#PROVEN}
   */
  record Option(int slot, Optional<UserId> user, State state) {}

  /** Why nothing can be said about a reference. */
  enum Cause {
    /** The caller does not have the transaction that it names. */
    UNKNOWN_TRANSACTION,
    /** The caller has given another transaction than the one that it names. */
    OTHER_TRANSACTION,
    /** The transaction has no such event. */
    NO_SUCH_EVENT
  }

  /** Nothing can be said. */
  record Unresolved(Reference reference, Cause cause) implements ReferenceApproval {}

  /**
   * What has been found.
   *
   * @param mandatory every mandatory approver, in the order of the event
   * @param options the slots for option approvers, in the order of the reference
   * @param optionsNeeded how many option approvers must sign
   * @param optionApprovers those of whom they must be
   */
  record Resolved(
      Reference reference,
      List<Mandatory> mandatory,
      List<Option> options,
      int optionsNeeded,
      List<UserId> optionApprovers)
      implements ReferenceApproval {

    /** Takes copies of the lists. */
    public Resolved {
      mandatory = List.copyOf(mandatory);
      options = List.copyOf(options);
      optionApprovers = List.copyOf(optionApprovers);
    }

    /** The mandatory approvers whose signature is not there or does not count. */
    public List<UserId> mandatoryMissing() {
      return mandatory.stream()
          .filter(approver -> !approver.state().counts())
          .map(Mandatory::user)
          .distinct()
          .toList();
    }

    /** How many option approvers have signed. */
    public int optionsSigned() {
      return (int) options.stream().filter(option -> option.state().counts()).count();
    }

    /** How many option approvers are still needed. */
    public int optionsMissing() {
      return Math.max(0, optionsNeeded - optionsSigned());
    }

    /** The option approvers who are not known to have signed. */
    public List<UserId> optionApproversLeft() {
      Set<UserId> signed =
          options.stream().flatMap(option -> option.user().stream()).collect(Collectors.toSet());
      return optionApprovers.stream().filter(user -> !signed.contains(user)).distinct().toList();
    }

    @Override
    public boolean isApproved() {
      return mandatoryMissing().isEmpty() && optionsMissing() == 0;
    }

    @Override
    public boolean isProven() {
      return mandatory.stream().allMatch(approver -> approver.state() == State.PROVEN)
          && options.stream().filter(option -> option.state() == State.PROVEN).count()
              >= optionsNeeded;
    }
  }

  /** The reference that this is about. */
  Reference reference();

  /**
   * Whether everybody has signed who must. Where the keys of a user are not known, any signature in
   * his slot is taken for his.
   */
  default boolean isApproved() {
    return false;
  }

  /** Whether everybody has signed who must, each with a key that is known to be his. */
  default boolean isProven() {
    return false;
  }
}
