package org.bbc1.cli;

import java.util.Locale;
import java.util.Optional;
import org.bbc1.transaction.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Whether a content is what the ledger records.
 *
 * @param file the record, or null if there is none
 * @param digestMatches whether the content has the recorded digest
 * @param signature the owner's valid signature, or null if there is none
 * @param signerMatches whether it was made with the expected key; true if none was named
 */
record Verdict(
    @Nullable RecordedFile file,
    boolean digestMatches,
    @Nullable Signature signature,
    boolean signerMatches) {

  /**
   * The verdict on a content; {@code signer} is the expected public key, 66 hex digits, or null.
   */
  static Verdict of(Optional<RecordedFile> record, byte[] content, @Nullable String signer) {
    RecordedFile file = record.orElse(null);
    if (file == null) {
      return new Verdict(null, false, null, false);
    }
    Signature signature = file.ownersSignature().orElse(null);
    boolean expected =
        signature != null
            && (signer == null
                || Texts.publicKey(signature).equals(signer.toLowerCase(Locale.ROOT)));
    return new Verdict(file, file.isContent(content), signature, expected);
  }

  boolean valid() {
    return file != null && digestMatches && signature != null && signerMatches;
  }

  /** Why not; empty if valid. */
  String reason() {
    if (file == null) {
      return "it is not recorded";
    }
    if (!digestMatches) {
      return "its digest is not the recorded one";
    }
    if (signature == null) {
      return "the record does not carry a valid signature of its owner";
    }
    return signerMatches ? "" : "the record was signed with another key";
  }
}
