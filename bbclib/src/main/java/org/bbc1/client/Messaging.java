package org.bbc1.client;

import java.util.Optional;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.message.Value;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.Signature;

/**
 * Messages, signatures and notifications, see {@link AsyncMessaging}; what has an answer waits for
 * it.
 */
public final class Messaging {

  private final AsyncMessaging part;

  Messaging(AsyncMessaging part) {
    this.part = part;
  }

  /** See {@link AsyncMessaging#send(UserId, Value)}. */
  public void send(UserId destination, Value payload) {
    part.send(destination, payload);
  }

  /** See {@link AsyncMessaging#send(UserId, String)}. */
  public void send(UserId destination, String text) {
    part.send(destination, text);
  }

  /** See {@link AsyncMessaging#sendToAny}. */
  public void sendToAny(UserId address, Value payload) {
    part.sendToAny(address, payload);
  }

  /** See {@link AsyncMessaging#gatherSignatures}. */
  public SignatureAnswers gatherSignatures(SignatureQuery query) {
    return Waiting.await(part.gatherSignatures(query));
  }

  /** See {@link AsyncMessaging#sign(SignatureRequest, Signature)}. */
  public void sign(SignatureRequest request, Signature signature) {
    part.sign(request, signature);
  }

  /** See {@link AsyncMessaging#sign(SignatureRequest, Signature, int)}. */
  public void sign(SignatureRequest request, Signature signature, int referenceIndex) {
    part.sign(request, signature, referenceIndex);
  }

  /** See {@link AsyncMessaging#deny}. */
  public void deny(SignatureRequest request, String reason) {
    part.deny(request, reason);
  }

  /** See {@link AsyncMessaging#watch}. */
  public void watch(AssetGroupId group) {
    part.watch(group);
  }

  /** See {@link AsyncMessaging#unwatch}. */
  public void unwatch(AssetGroupId group) {
    part.unwatch(group);
  }

  /** See {@link AsyncMessaging#takeCrossRef}. */
  public Optional<CrossRef> takeCrossRef() {
    return part.takeCrossRef();
  }
}
