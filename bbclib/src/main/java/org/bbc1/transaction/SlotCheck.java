package org.bbc1.transaction;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds slot numbers that name no signature slot. Old data may hold such numbers, so this is no
 * format error. Source: transaction-format section 11.9.
 */
public final class SlotCheck {

  private SlotCheck() {}

  /**
   * Slot numbers of references and witness that are not below the number of slots, in order of
   * appearance.
   */
  public static List<Integer> missingSlots(Transaction transaction) {
    Stream<Integer> ofReferences =
        transaction.references().stream().flatMap(reference -> reference.signatureSlots().stream());
    Witness witness = transaction.witness();
    Stream<Integer> ofWitness =
        witness == null
            ? Stream.of()
            : witness.entries().stream().map(Witness.Entry::signatureSlot);
    int count = transaction.signatures().size();
    return Stream.concat(ofReferences, ofWitness).filter(slot -> slot >= count).toList();
  }
}
