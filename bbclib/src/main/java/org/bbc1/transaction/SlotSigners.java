package org.bbc1.transaction;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyFormatException;
import org.bbc1.crypto.PublicKey;
import org.bbc1.crypto.SignatureEngine;

/**
 * By which key the slots of one transaction are signed. Verifies no signature twice with one key,
 * however many references name its slot.
 */
final class SlotSigners {

  private record Trial(int slot, PublicKey key) {}

  private final SignatureEngine engine;
  private final List<Signature> slots;
  private final byte[] digest;
  private final Map<Integer, Optional<PublicKey>> signers = new HashMap<>();
  private final Map<Trial, Boolean> trials = new HashMap<>();

  SlotSigners(SignatureEngine engine, Transaction transaction) {
    this.engine = engine;
    this.slots = transaction.signatures();
    this.digest = transaction.digest();
  }

  /** The signature there; the empty one if there is no such slot. */
  Signature signature(int slot) {
    return slot < slots.size() ? slots.get(slot) : Signature.EMPTY;
  }

  /** The key inside, if the signature verifies with it. */
  Optional<PublicKey> signer(int slot) {
    return signers.computeIfAbsent(slot, number -> verified(signature(number)));
  }

  private Optional<PublicKey> verified(Signature signature) {
    Curve curve = signature.curve();
    byte[] key = signature.publicKey();
    try {
      return curve != null && key != null && signature.verify(engine, digest)
          ? Optional.of(PublicKey.of(curve, key))
          : Optional.empty();
    } catch (KeyFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a signature without key inside is one of these keys. */
  boolean isSignedByOneOf(int slot, Collection<PublicKey> keys) {
    Curve curve = signature(slot).curve();
    return keys.stream()
        .filter(key -> key.curve() == curve)
        .anyMatch(key -> trials.computeIfAbsent(new Trial(slot, key), this::verifies));
  }

  private boolean verifies(Trial trial) {
    return signature(trial.slot()).verify(engine, digest, trial.key().encoded(false));
  }
}
