package org.bbc1.client;

import org.bbc1.id.UserId;
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
  record Signed(UserId signer, Signature signature, int referenceIndex)
      implements SignatureAnswer {}

  /**
   * A refusal.
   *
   * @param status the code of the answer; negative
   * @param reason why, in the signer's words; may be empty
   */
  record Denied(UserId signer, int status, String reason) implements SignatureAnswer {}
}
