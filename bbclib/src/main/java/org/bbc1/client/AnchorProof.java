package org.bbc1.client;

import java.util.Map;
import java.util.Optional;
import org.bbc1.ledgersubsystem.AnchorEvidence;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;

/**
 * What the ledger subsystem of a node says of a transaction. Source: client-protocol section 11.9,
 * ledger-subsystem section 1.
 *
 * @param evidence what can be checked without asking anybody; empty if the transaction is not
 *     anchored
 * @param state {@code pending}, {@code anchored}, {@code failed} or {@code unknown}; empty if the
 *     node does not tell, as those of the reference
 * @param answer the whole answer, also with what a node adds to that of the reference
 */
public record AnchorProof(Optional<AnchorEvidence> evidence, String state, Value.MapValue answer) {

  /** Whether the node says that the transaction is anchored. */
  public boolean isAnchored() {
    return evidence.isPresent();
  }

  static AnchorProof read(Message message) {
    if (!(Answers.successful(message).get(KeyType.MERKLE_TREE) instanceof Value.MapValue answer)) {
      throw new IllegalArgumentException("no answer of a ledger subsystem");
    }
    Map<String, Value> fields = answer.byName();
    return new AnchorProof(AnchorEvidence.read(answer), Value.textOf(fields.get("state")), answer);
  }
}
