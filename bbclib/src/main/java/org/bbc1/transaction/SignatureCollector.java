package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.UserId;

/**
 * Fills the signature slots of a finished transaction, for instance one that was received for
 * signing. Whose the slots of the witness are is known from the transaction; for a reference the
 * earlier transaction is needed. Not thread-safe. Source: transaction-format section 7.
 */
public final class SignatureCollector {

  private final Transaction transaction;
  private final SlotTable slots;
  private final List<ReferenceSlots> references = new ArrayList<>();

  /** Starts from the signatures that are there already. */
  public SignatureCollector(Transaction transaction) {
    this.transaction = transaction;
    this.slots = new SlotTable(transaction.signatures());
    Witness witness = transaction.witness();
    if (witness != null) {
      witness.entries().forEach(entry -> slots.assign(entry.userId(), entry.signatureSlot()));
    }
  }

  /**
   * Finds out whose the slots of a reference are.
   *
   * @param index position of the reference in the transaction
   * @param referred the earlier transaction
   * @throws IllegalArgumentException if there is no such reference or it names another transaction
   *     or event
   */
  public ReferenceSlots reference(int index, Transaction referred) {
    if (index < 0 || index >= transaction.references().size()) {
      throw new IllegalArgumentException("no reference " + index);
    }
    ReferenceSlots reference =
        ReferenceSlots.restore(slots, transaction.references().get(index), referred);
    references.add(reference);
    return reference;
  }

  /**
   * Puts a signature into the slot of the user, or else into one that a known reference has for
   * him; false if neither.
   */
  public boolean addSignature(UserId user, Signature signature) {
    return slots.fill(user, signature)
        || references.stream().anyMatch(reference -> reference.addSignature(user, signature));
  }

  /** Signs with the public key included; see {@link #addSignature}. */
  public boolean sign(UserId user, KeyPair keyPair) {
    return addSignature(user, transaction.sign(keyPair));
  }

  /** Signs without the public key; see {@link #addSignature}. */
  public boolean signWithoutPublicKey(UserId user, KeyPair keyPair) {
    return addSignature(user, transaction.signWithoutPublicKey(keyPair));
  }

  /** The transaction with the signatures collected so far. */
  public Transaction transaction() {
    return transaction.withSignatures(slots.slots());
  }
}
