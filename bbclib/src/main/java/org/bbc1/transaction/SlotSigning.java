package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.UserId;

/**
 * Who signs a transaction when it is built, and the references in which a signer without a slot of
 * his own may find one.
 */
final class SlotSigning {

  private record Signer(UserId user, KeyPair keyPair, boolean includePublicKey) {

    Signature sign(Transaction unsigned) {
      return includePublicKey ? unsigned.sign(keyPair) : unsigned.signWithoutPublicKey(keyPair);
    }
  }

  private final SlotTable slots;
  private final List<ReferenceSlots> references = new ArrayList<>();
  private final List<Signer> signers = new ArrayList<>();

  SlotSigning(SlotTable slots) {
    this.slots = slots;
  }

  void add(ReferenceSlots reference) {
    references.add(reference);
  }

  void add(UserId user, KeyPair keyPair, boolean includePublicKey) {
    signers.add(new Signer(user, keyPair, includePublicKey));
  }

  /** The transaction with the signatures of all signers, who are forgotten then. */
  Transaction sign(Transaction unsigned) {
    if (signers.isEmpty()) {
      return unsigned;
    }
    for (Signer signer : signers) {
      place(signer.user(), signer.sign(unsigned));
    }
    signers.clear();
    return unsigned.withSignatures(slots.slots());
  }

  private void place(UserId user, Signature signature) {
    if (!slots.fill(user, signature)
        && references.stream().noneMatch(reference -> reference.addSignature(user, signature))) {
      throw new IllegalStateException("user " + user + " has no signature slot");
    }
  }
}
