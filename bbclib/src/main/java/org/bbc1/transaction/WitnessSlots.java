package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/** The witness of a transaction in the making. Source: transaction-format section 7.2. */
final class WitnessSlots {

  private final SlotTable slots;
  private @Nullable List<Witness.Entry> entries;

  WitnessSlots(SlotTable slots) {
    this.slots = slots;
  }

  /** Makes a witness without users, unless there is one already. */
  void start() {
    if (entries == null) {
      entries = new ArrayList<>();
    }
  }

  /** Adds a user and reserves his slot; one who is in it already is ignored. */
  void add(UserId user) {
    List<Witness.Entry> users = entries == null ? new ArrayList<>() : entries;
    entries = users;
    if (users.stream().noneMatch(entry -> entry.userId().equals(user))) {
      users.add(new Witness.Entry(user, slots.reserve(user)));
    }
  }

  /** Takes a finished witness, whose slots are not made. */
  void replace(Witness witness) {
    entries = new ArrayList<>(witness.entries());
    witness.entries().forEach(entry -> slots.assign(entry.userId(), entry.signatureSlot()));
  }

  /** The witness so far; null if there is none. */
  @Nullable Witness witness() {
    return entries == null ? null : new Witness(entries);
  }
}
