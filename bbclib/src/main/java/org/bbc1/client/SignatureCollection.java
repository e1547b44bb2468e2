package org.bbc1.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.bbc1.transaction.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A query for signatures in flight. The node checks neither who answers nor what: only those asked
 * count, each once, and a signature that does not verify is passed over, so that a forger cannot
 * take the place of the signer. Source: client-protocol section 13.4.
 */
final class SignatureCollection implements Pending<SignatureAnswers> {

  private final SignatureEngine engine;
  private final byte[] digest;
  private final Set<UserId> open;
  private final Map<UserId, SignatureAnswer> answers = new LinkedHashMap<>();
  private final CompletableFuture<SignatureAnswers> answer = new CompletableFuture<>();
  private int undelivered;

  SignatureCollection(SignatureQuery query, @Nullable UserId requester, SignatureEngine engine) {
    this.engine = engine;
    this.digest = query.transaction().digest();
    this.open = new LinkedHashSet<>(query.signers());
    if (requester != null && open.remove(requester) && open.isEmpty()) {
      throw new IllegalArgumentException("nodes do not ask the requester for a signature");
    }
  }

  @Override
  public CompletableFuture<SignatureAnswers> answer() {
    return answer;
  }

  @Override
  public synchronized boolean take(Message message) {
    if (answer.isDone()) {
      return false;
    }
    int command = message.commandNumber().orElse(-1);
    if (command == Command.RESPONSE_GATHER_SIGNATURE.number()) {
      return takeAnswer(message);
    }
    return command == Command.REQUEST_SIGNATURE.number() && takeUndelivered(message);
  }

  /**
   * A signer who does not know the query id sends one of his own; then only a signature that
   * verifies tells that it is for this request.
   */
  @Override
  public synchronized boolean takeUnnumbered(Message message) {
    return !answer.isDone()
        && message.commandNumber().orElse(-1) == Command.RESPONSE_GATHER_SIGNATURE.number()
        && read(message) instanceof SignatureAnswer.Signed signed
        && signed.signature().hasPublicKey()
        && add(signed);
  }

  @Override
  public synchronized SignatureAnswers afterTimeout(Duration timeout) {
    return soFar();
  }

  /** Without a signer it is the node that answers, and that is the end. */
  private boolean takeAnswer(Message message) {
    if (signerOf(message) == null && Answers.status(message) < 0) {
      return answer.completeExceptionally(
          new ErrorReplyException(Answers.status(message), Answers.reason(message)));
    }
    SignatureAnswer read = read(message);
    return read != null && add(read);
  }

  private boolean add(SignatureAnswer one) {
    open.remove(one.signer());
    answers.put(one.signer(), one);
    completeIfNothingIsOpen();
    return true;
  }

  /** The request itself comes back; it does not say whom it did not reach. */
  private boolean takeUndelivered(Message message) {
    if (message.optBool(KeyType.RESULT).orElse(true)) {
      return false;
    }
    undelivered++;
    completeIfNothingIsOpen();
    return true;
  }

  /** The answer of a signer who is still waited for, or null. */
  private @Nullable SignatureAnswer read(Message message) {
    UserId signer = signerOf(message);
    if (signer == null || !open.contains(signer)) {
      return null;
    }
    int status = Answers.status(message);
    return status < 0
        ? new SignatureAnswer.Denied(signer, status, Answers.reason(message))
        : signed(message);
  }

  private @Nullable SignatureAnswer signed(Message message) {
    try {
      SignatureAnswer.Signed signed = SignatureAnswer.Signed.read(message);
      return isBelievable(signed.signature()) ? signed : null;
    } catch (MessageFieldException | IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  /** Without a public key it is for the caller to say. */
  private boolean isBelievable(Signature signature) {
    return !signature.hasPublicKey() || signature.verify(engine, digest);
  }

  private static @Nullable UserId signerOf(Message message) {
    try {
      return message.optId(KeyType.SOURCE_USER_ID, UserId::of);
    } catch (MessageFieldException e) {
      return null;
    }
  }

  private void completeIfNothingIsOpen() {
    if (open.size() <= undelivered) {
      answer.complete(soFar());
    }
  }

  private SignatureAnswers soFar() {
    return new SignatureAnswers(List.copyOf(answers.values()), List.copyOf(open));
  }
}
