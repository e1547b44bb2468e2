package org.bbc1.client;

import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.Signature;

/** What one signer answered. Source: client-protocol section 13.4. */
public sealed interface SignatureAnswer {

  /** Who answered, as the node says it. */
  UserId signer();

  /**
   * A signature. If it has a public key it verifies over the transaction; whose key it is, and a
   * signature without one, is for the caller to check.
   *
   * @param referenceIndex which reference of the transaction it is for; −1 if for none
   */
  record Signed(UserId signer, Signature signature, int referenceIndex) implements SignatureAnswer {

    /** Not tied to a reference. */
    static final int NO_REFERENCE = -1;

    /** Reads what the signer sent; nothing is verified. */
    static Signed read(Message answer) {
      long index = Answers.successful(answer).optInteger(KeyType.REF_INDEX).orElse(NO_REFERENCE);
      return new Signed(
          answer.id(KeyType.SOURCE_USER_ID, UserId::of),
          Signature.unpack(answer.bytes(KeyType.SIGNATURE)),
          Math.toIntExact(index));
    }
  }

  /**
   * A refusal.
   *
   * @param status the code of the answer; negative
   * @param reason why, in the signer's words; may be empty
   */
  record Denied(UserId signer, int status, String reason) implements SignatureAnswer {}
}
