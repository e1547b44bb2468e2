package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bbc1.id.UserId;

/**
 * The signature slots of a transaction in the making and which user has which. A user has one slot
 * however many parts name him. Source: transaction-format section 7.1.
 */
final class SlotTable {

  private final List<Signature> slots;
  private final Map<UserId, Integer> slotOfUser = new HashMap<>();

  SlotTable(List<Signature> slots) {
    this.slots = new ArrayList<>(slots);
  }

  List<Signature> slots() {
    return List.copyOf(slots);
  }

  int append(Signature signature) {
    slots.add(signature);
    return slots.size() - 1;
  }

  /** The slot of the user, reserved now if there is none. */
  int reserve(UserId user) {
    return slotOfUser.computeIfAbsent(user, absent -> append(Signature.EMPTY));
  }

  /** Records a slot number that was read or given, unless the user has one already. */
  void assign(UserId user, int slot) {
    slotOfUser.putIfAbsent(user, slot);
  }

  Optional<Integer> slotOf(UserId user) {
    return Optional.ofNullable(slotOfUser.get(user));
  }

  boolean isFree(int slot) {
    return slot < slots.size() && slots.get(slot).isEmpty();
  }

  /** Fills a slot; false if it does not exist. */
  boolean fill(int slot, Signature signature) {
    if (slot >= slots.size()) {
      return false;
    }
    slots.set(slot, signature);
    return true;
  }

  boolean fill(UserId user, Signature signature) {
    return slotOf(user).map(slot -> fill(slot, signature)).orElse(false);
  }
}
