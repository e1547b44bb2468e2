package org.bbc1.client;

import org.bbc1.message.Message;
import org.bbc1.transaction.CrossRef;

/**
 * What reaches a client without being asked for. The methods are called one after the other on a
 * thread of the client; they may send, and may wait for answers, but while one waits the next
 * messages wait too. Once {@value EventThread#MAX_WAITING} messages wait the client stops reading,
 * and answers do not arrive either; who expects so many waits for answers elsewhere. What a method
 * throws is logged.
 */
public interface ClientListener {

  /** A message of another user, or one of this user's own that could not be delivered. */
  default void messageReceived(UserMessage message) {}

  /**
   * Somebody wants a signature; answer with {@link AsyncMessaging#sign} or {@link
   * AsyncMessaging#deny}.
   */
  default void signatureRequested(SignatureRequest request) {}

  /** A transaction with assets of a watched group was recorded. */
  default void transactionInserted(InsertNotification notification) {}

  /**
   * A cross reference for this user to put into a transaction; it can also be taken later, see
   * {@link AsyncMessaging#takeCrossRef}.
   */
  default void crossRefReceived(CrossRef crossRef) {}

  /**
   * Any other message: an answer that came too late, a signature nobody here asked for, something
   * unknown or unreadable.
   */
  default void otherMessage(Message message) {}

  /**
   * The connection was lost, or the node has closed it because the program unregistered; not called
   * when the program closes the client.
   */
  default void connectionLost(ConnectionException cause) {}

  /** A lost connection was made anew, see {@link Reconnection}. */
  default void connectionRestored() {}

  /**
   * As many attempts to make a lost connection anew as {@link Reconnection#attempts} allows have
   * failed; there will be no other, and the client is of no more use.
   *
   * @param cause has the failure of the last attempt as its cause
   */
  default void reconnectionGivenUp(ConnectionException cause) {}
}
