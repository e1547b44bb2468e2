package org.bbc1.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.Signature;

/**
 * Messages to other users of the domain, signatures from them and for them, notifications. The user
 * must be registered to get what others send; it arrives at the {@link ClientListener}. Methods
 * without a result have no answer; they throw {@link ConnectionException} if the connection is
 * gone. Source: client-protocol sections 12 and 13.
 */
public final class AsyncMessaging {

  private final ClientCore core;
  private final MessagingRequests requests;

  AsyncMessaging(ClientCore core) {
    this.core = core;
    this.requests = new MessagingRequests(core.forms());
  }

  /**
   * Sends a message to a user or a multicast address. If there is no such user it comes back after
   * some seconds.
   */
  public void send(UserId destination, Value payload) {
    core.tell(requests.message(destination, payload, false));
  }

  /** The same with a text. */
  public void send(UserId destination, String text) {
    send(destination, new Value.Text(text));
  }

  /** Sends a message to one member of an address, whichever it is. */
  public void sendToAny(UserId address, Value payload) {
    core.tell(requests.message(address, payload, true));
  }

  /**
   * Asks users for their signatures. Completes when all have answered or could not be reached, and
   * otherwise when the time for answers is over, with those that came; so it never fails with
   * {@link RequestTimeoutException}. What is put into the transaction is for the caller to decide.
   */
  public CompletableFuture<SignatureAnswers> gatherSignatures(SignatureQuery query) {
    SignatureCollection collection =
        new SignatureCollection(query, core.forms().identity().user(), SignatureEngines.fastest());
    return core.ask(collection, requests.gatherSignatures(query), answers -> answers);
  }

  /** Gives the signature that was asked for, which is tied to no reference. */
  public void sign(SignatureRequest request, Signature signature) {
    sign(request, signature, SignatureAnswer.Signed.NO_REFERENCE);
  }

  /**
   * Gives the signature that was asked for.
   *
   * @param referenceIndex the reference of the transaction it is for; −1 for none
   */
  public void sign(SignatureRequest request, Signature signature, int referenceIndex) {
    answer(
        request,
        requests.signature(
            request.requester(), request.transaction().transactionId(), referenceIndex, signature));
  }

  /** Refuses the signature that was asked for. */
  public void deny(SignatureRequest request, String reason) {
    answer(
        request,
        requests.denial(request.requester(), request.transaction().transactionId(), reason));
  }

  /** Wants to be told of every transaction with assets of the group. */
  public void watch(AssetGroupId group) {
    core.tellLasting(requests.notification(Command.REQUEST_INSERT_NOTIFICATION, group));
  }

  /** No longer wants to be told of transactions with assets of the group. */
  public void unwatch(AssetGroupId group) {
    core.unwatch(group);
  }

  /** The oldest cross reference that reached the user and was not taken yet. */
  public Optional<CrossRef> takeCrossRef() {
    return core.crossRefs().take();
  }

  private void answer(SignatureRequest request, Message.Builder answer) {
    QueryId queryId = request.queryId();
    if (queryId != null) {
      answer.put(KeyType.QUERY_ID, queryId.value());
    }
    core.tell(answer);
  }
}
