package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.bbc1.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BBcAppClient} does with the messages that arrive. Answers with the query id of a
 * request that has a queue go there; for each other message, also for what another user asks or
 * sends under the same number, the method of its command is called, which by default puts the
 * message, or what is read from it, into the common queue. Override the methods to deal with
 * messages as they arrive.
 *
 * <p>The methods are called one after the other on a thread of the client. They may send and may
 * wait for answers, but while one waits the next messages wait too. What cannot be read, or reports
 * an error, goes into the common queue as the message itself. Source: client-protocol section 18.2.
 */
public class Callback {

  private final AnswerQueues queues = new AnswerQueues(System::nanoTime);
  private volatile System.Logger logger = System.getLogger(Callback.class.getName());
  private volatile @Nullable BBcAppClient client;

  /** Writes to another log. */
  public final void setLogger(System.Logger log) {
    logger = log;
  }

  /** The client this callback works for, or null if it does not yet. */
  public final @Nullable BBcAppClient client() {
    return client;
  }

  final void setClient(BBcAppClient user) {
    client = user;
  }

  final AnswerQueues queues() {
    return queues;
  }

  /** Makes a queue for the answers to a request, an empty one in any case. */
  public final void createQueue(QueryId id) {
    queues.create(id);
  }

  /**
   * Takes the next item of the common queue: a message, or what a method has put there.
   *
   * @return null if none comes within the time
   * @throws ConnectionException if the connection is gone
   */
  public final @Nullable Object synchronize(Duration timeout) {
    return queues.takeCommon(timeout);
  }

  /**
   * Takes the next answer to a request, and gives its queue up: of further answers to the same
   * request the methods are told.
   *
   * @return null if none comes within the time
   * @throws ConnectionException if the connection is gone or was lost since the request
   */
  public final @Nullable Message syncByQueryId(QueryId id, Duration timeout) {
    return queues.take(id, timeout, false);
  }

  /**
   * The same.
   *
   * @param keepQueue whether the queue stays for further answers, of several signers for instance
   */
  public final @Nullable Message syncByQueryId(QueryId id, Duration timeout, boolean keepQueue) {
    return queues.take(id, timeout, keepQueue);
  }

  /** Takes a message to its queue or its method. */
  public void dispatch(Message message) {
    if (message.commandNumber().isEmpty()) {
      logger.log(Level.WARNING, "message without command dropped");
    } else if (!queues.offer(message)) {
      CallbackMethods.call(this, message);
    }
  }

  /** Puts something into the common queue. */
  protected final void put(Object item) {
    queues.putCommon(item);
  }

  private void putRead(Message message) {
    put(CallbackMethods.read(message));
  }

  void unknown(Message message) {
    logger.log(Level.WARNING, "unknown message dropped: {0}", message);
  }

  /**
   * RESPONSE_ECDH_KEY_EXCHANGE: {@code true}, for the key is in force, goes into the common queue;
   * if the node refused, its answer does.
   */
  final void procRespEcdhKeyExchange(Message message) {
    putRead(message);
  }

  /** RESPONSE_INSERT: the message goes into the common queue. */
  protected void procRespInsert(Message message) {
    put(message);
  }

  /** NOTIFY_INSERTED: the message goes into the common queue. */
  protected void procNotifyInserted(Message message) {
    put(message);
  }

  /** RESPONSE_SEARCH_TRANSACTION: the message goes into the common queue. */
  protected void procRespSearchTransaction(Message message) {
    put(message);
  }

  /** RESPONSE_SEARCH_WITH_CONDITIONS: the message goes into the common queue. */
  protected void procRespSearchWithCondition(Message message) {
    put(message);
  }

  /** RESPONSE_COUNT_TRANSACTIONS: the message goes into the common queue. */
  protected void procRespCountTransactions(Message message) {
    put(message);
  }

  /** RESPONSE_TRAVERSE_TRANSACTIONS: the message goes into the common queue. */
  protected void procRespTraverseTransactions(Message message) {
    put(message);
  }

  /** MESSAGE: the message goes into the common queue. */
  protected void procUserMessage(Message message) {
    put(message);
  }

  /** RESPONSE_CROSS_REF_VERIFY: the message goes into the common queue. */
  protected void procRespVerifyCrossRef(Message message) {
    put(message);
  }

  /** RESPONSE_CROSS_REF_LIST: the message goes into the common queue. */
  protected void procRespCrossRefList(Message message) {
    put(message);
  }

  /** RESPONSE_MANIP_LEDGER_SUBSYS: the message goes into the common queue. */
  protected void procRespLedgerSubsystem(Message message) {
    put(message);
  }

  /** RESPONSE_REGISTER_HASH_IN_SUBSYS: the message goes into the common queue. */
  protected void procRespRegisterHash(Message message) {
    put(message);
  }

  /** RESPONSE_VERIFY_HASH_IN_SUBSYS: the message goes into the common queue. */
  protected void procRespVerifyHash(Message message) {
    put(message);
  }

  /** RESPONSE_SETUP_DOMAIN: the message goes into the common queue. */
  protected void procRespDomainSetup(Message message) {
    put(message);
  }

  /** RESPONSE_CLOSE_DOMAIN: the message goes into the common queue. */
  protected void procRespDomainClose(Message message) {
    put(message);
  }

  /** RESPONSE_SET_STATIC_NODE: the message goes into the common queue. */
  protected void procRespSetNeighbor(Message message) {
    put(message);
  }

  /** RESPONSE_GET_CONFIG: the message goes into the common queue. */
  protected void procRespGetConfig(Message message) {
    put(message);
  }

  /** RESPONSE_GET_STATS: the message goes into the common queue. */
  protected void procRespGetStats(Message message) {
    put(message);
  }

  /** REQUEST_SIGNATURE: the message goes into the common queue. */
  protected void procCmdSignRequest(Message message) {
    put(message);
  }

  /** RESPONSE_SIGNATURE: the message goes into the common queue. */
  protected void procRespSignRequest(Message message) {
    put(message);
  }

  /** RESPONSE_GATHER_SIGNATURE: a {@link SignatureAnswer.Signed} goes into the common queue. */
  protected void procRespGatherSignature(Message message) {
    putRead(message);
  }

  /** RESPONSE_GET_NEIGHBORLIST: a list of {@link Neighbour} goes into the common queue. */
  protected void procRespGetNeighborlist(Message message) {
    putRead(message);
  }

  /** RESPONSE_GET_DOMAINLIST: a list of {@link org.bbc1.id.DomainId} goes into the common queue. */
  protected void procRespGetDomainlist(Message message) {
    putRead(message);
  }

  /** RESPONSE_GET_USERS: a list of {@link org.bbc1.id.UserId} goes into the common queue. */
  protected void procRespGetUserlist(Message message) {
    putRead(message);
  }

  /**
   * RESPONSE_GET_FORWARDING_LIST: a map from users to lists of {@link org.bbc1.id.NodeId} goes into
   * the common queue.
   */
  protected void procRespGetForwardinglist(Message message) {
    putRead(message);
  }

  /**
   * RESPONSE_GET_NOTIFICATION_LIST: a map from asset groups to lists of {@link org.bbc1.id.UserId}
   * goes into the common queue.
   */
  protected void procRespGetNotificationlist(Message message) {
    putRead(message);
  }

  /** RESPONSE_GET_NODEID: a {@link org.bbc1.id.NodeId} goes into the common queue. */
  protected void procRespGetNodeId(Message message) {
    putRead(message);
  }
}
