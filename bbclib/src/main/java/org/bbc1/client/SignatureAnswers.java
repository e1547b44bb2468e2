package org.bbc1.client;

import java.util.List;
import java.util.Optional;
import org.bbc1.id.UserId;

/**
 * What the signers of a query answered until all had answered or the time was over.
 *
 * @param answers in the order of their arrival, at most one of each signer
 * @param missing signers who did not answer: not found, silent, or with a signature that does not
 *     verify
 */
public record SignatureAnswers(List<SignatureAnswer> answers, List<UserId> missing) {

  public SignatureAnswers {
    answers = List.copyOf(answers);
    missing = List.copyOf(missing);
  }

  /** The signatures. */
  public List<SignatureAnswer.Signed> signed() {
    return answers.stream()
        .filter(SignatureAnswer.Signed.class::isInstance)
        .map(SignatureAnswer.Signed.class::cast)
        .toList();
  }

  /** What this signer answered. */
  public Optional<SignatureAnswer> of(UserId signer) {
    return answers.stream().filter(answer -> answer.signer().equals(signer)).findFirst();
  }

  /** Whether every signer gave a signature. */
  public boolean isComplete() {
    return missing.isEmpty() && answers.stream().allMatch(SignatureAnswer.Signed.class::isInstance);
  }
}
