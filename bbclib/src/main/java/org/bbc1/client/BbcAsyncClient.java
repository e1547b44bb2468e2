package org.bbc1.client;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A client of one node over one connection, with answers as futures. Thread-safe.
 *
 * <p>A future fails with a {@link ClientException}: {@link ErrorReplyException} if the node
 * refused, {@link RequestTimeoutException}, {@link ConnectionException} if the connection is gone
 * (it is not made anew), {@link ReplyFormatException}; and with {@link IllegalArgumentException} if
 * the message is above the frame limit. What hangs on a future runs on the connection's reader
 * thread: it must not wait for another answer, or that answer is never read.
 *
 * <p>Domain and user of the ledger commands are those of the last {@link #register} or {@link
 * #actAs}. Source: client-protocol sections 7 to 11.
 */
public final class BbcAsyncClient implements AutoCloseable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Session NOBODY = new Session(null, null);

  /** For whom and in which domain the client acts. */
  private record Session(@Nullable DomainId domain, @Nullable UserId user) {}

  private final @Nullable KeyPair nodeKey;
  private final PendingRequests pending;
  private final FrameConnection connection;
  private volatile Session session = NOBODY;

  private BbcAsyncClient(ClientConfig config, Consumer<Message> unmatched) {
    this.nodeKey = config.nodeKey();
    this.pending = new PendingRequests(config.requestTimeout());
    this.connection = FrameConnection.open(config, new Dispatcher(pending, unmatched));
  }

  /**
   * Connects to a node; messages that answer no request are dropped.
   *
   * @throws ConnectionException if the node cannot be reached
   */
  public static BbcAsyncClient connect(ClientConfig config) {
    return connect(config, message -> {});
  }

  /**
   * Connects to a node.
   *
   * @param unmatched gets every message that answers no waiting request, notifications for
   *     instance, on the reader thread
   * @throws ConnectionException if the node cannot be reached
   */
  public static BbcAsyncClient connect(ClientConfig config, Consumer<Message> unmatched) {
    return new BbcAsyncClient(config, unmatched);
  }

  /** Acts for this user in this domain from now on, without telling the node. */
  public void actAs(@Nullable DomainId domain, @Nullable UserId user) {
    session = new Session(domain, user);
  }

  /**
   * Registers the user in the domain on this connection, and acts for them from now on. The node
   * does not answer; what is sent afterwards is processed after it.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void register(DomainId domain, UserId user) {
    actAs(domain, user);
    sendOnly(Command.REGISTER);
  }

  /**
   * Takes the registration back, upon which the node closes the connection.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void unregister() {
    sendOnly(Command.UNREGISTER);
  }

  /** Sets up a domain on the node, with the defaults of its configuration. */
  public CompletableFuture<DomainChange> setUpDomain(DomainId domain) {
    return setUpDomain(domain, null);
  }

  /**
   * Sets up a domain on the node.
   *
   * @param configuration JSON object that is laid over the domain's section of the node's
   *     configuration, or null
   */
  public CompletableFuture<DomainChange> setUpDomain(
      DomainId domain, @Nullable String configuration) {
    Message.Builder fields =
        Message.builder().put(KeyType.DOMAIN_ID, domain).put(KeyType.RANDOM, random());
    if (configuration != null) {
      fields.put(KeyType.BBC_CONFIGURATION, configuration);
    }
    return admin(Command.REQUEST_SETUP_DOMAIN, fields, Answers::domainChange);
  }

  /** Closes a domain on the node; its data files stay. */
  public CompletableFuture<DomainChange> closeDomain(DomainId domain) {
    Message.Builder fields =
        Message.builder().put(KeyType.DOMAIN_ID, domain).put(KeyType.RANDOM, random());
    return admin(Command.REQUEST_CLOSE_DOMAIN, fields, Answers::domainChange);
  }

  /** The domains that run on the node. */
  public CompletableFuture<List<DomainId>> domains() {
    return admin(Command.REQUEST_GET_DOMAINLIST, randomField(), Answers::domains);
  }

  /** The statistics of the node: category, name, number. */
  public CompletableFuture<Map<String, Map<String, Long>>> statistics() {
    return admin(Command.REQUEST_GET_STATS, randomField(), Answers::statistics);
  }

  /** The configuration of the node as JSON text. */
  public CompletableFuture<String> configuration() {
    return admin(
        Command.REQUEST_GET_CONFIG,
        randomField(),
        answer -> Answers.successful(answer).text(KeyType.BBC_CONFIGURATION));
  }

  /** The id of the node in the domain. Never signed (client-protocol section 9.3). */
  public CompletableFuture<NodeId> nodeId(DomainId domain) {
    return request(
        Command.REQUEST_GET_NODEID,
        skeleton(Command.REQUEST_GET_NODEID).put(KeyType.DOMAIN_ID, domain),
        answer -> Answers.successful(answer).id(KeyType.NODE_ID, NodeId::of));
  }

  /** Records a transaction without files. */
  public CompletableFuture<TransactionId> insert(Transaction transaction) {
    return insert(transaction, Map.of());
  }

  /**
   * Records a transaction.
   *
   * @param assetFiles contents of the asset files that the node shall keep
   */
  public CompletableFuture<TransactionId> insert(
      Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return insert(transaction.serialize(), assetFiles);
  }

  /**
   * Records a transaction that is already serialized.
   *
   * @param transaction with its wire header of 2 bytes
   * @param assetFiles contents of the asset files that the node shall keep
   */
  public CompletableFuture<TransactionId> insert(
      byte[] transaction, Map<AssetId, byte[]> assetFiles) {
    return request(
        Command.REQUEST_INSERT,
        skeleton(Command.REQUEST_INSERT)
            .put(KeyType.TRANSACTION_DATA, transaction)
            .put(KeyType.ALL_ASSET_FILES, assetFiles),
        answer -> Answers.successful(answer).id(KeyType.TRANSACTION_ID, TransactionId::of));
  }

  /** The transaction of this id with its files; an empty result if there is none. */
  public CompletableFuture<SearchResult> search(TransactionId id) {
    return request(
        Command.REQUEST_SEARCH_TRANSACTION,
        skeleton(Command.REQUEST_SEARCH_TRANSACTION).put(KeyType.TRANSACTION_ID, id),
        Answers::found);
  }

  /**
   * The transactions that meet a condition.
   *
   * @param count largest number of matching assets that are looked at; 0 leaves it to the node
   */
  public CompletableFuture<SearchResult> search(
      SearchCondition condition, SearchOrder order, int count) {
    Message.Builder request =
        skeleton(Command.REQUEST_SEARCH_WITH_CONDITIONS)
            .put(KeyType.DIRECTION, order.number())
            .put(KeyType.COUNT, count);
    return request(
        Command.REQUEST_SEARCH_WITH_CONDITIONS, Conditions.add(request, condition), Answers::found);
  }

  /** How many transactions meet a condition. */
  public CompletableFuture<Long> count(SearchCondition condition) {
    return request(
        Command.REQUEST_COUNT_TRANSACTIONS,
        Conditions.add(skeleton(Command.REQUEST_COUNT_TRANSACTIONS), condition),
        answer -> Answers.successful(answer).integer(KeyType.COUNT));
  }

  /** The transactions that are linked to one, level by level. */
  public CompletableFuture<Traversal> traverse(TraversalRequest traversal) {
    Message.Builder request =
        skeleton(Command.REQUEST_TRAVERSE_TRANSACTIONS)
            .put(KeyType.TRANSACTION_ID, traversal.start())
            .put(KeyType.DIRECTION, traversal.course().number())
            .put(KeyType.HOP_COUNT, traversal.hopCount());
    return request(
        Command.REQUEST_TRAVERSE_TRANSACTIONS,
        Conditions.add(request, traversal.filter()),
        Answers::traversal);
  }

  /** Ends the connection. Requests still waiting fail. */
  @Override
  public void close() {
    pending.failAll(new ConnectionException("the client is closed", null));
    connection.close();
  }

  private void sendOnly(Command command) {
    pending.skipQueryId();
    connection.send(skeleton(command).build());
  }

  private <T> CompletableFuture<T> admin(
      Command command, Message.Builder fields, Function<Message, T> reader) {
    Message adminFields = fields.build();
    Message.Builder request = skeleton(command);
    if (nodeKey != null) {
      request = AdminSignature.attach(request.build(), nodeKey, adminFields).toBuilder();
    } else {
      adminFields.fields().forEach(request::putByNumber);
    }
    return request(command, request, reader);
  }

  private <T> CompletableFuture<T> request(
      Command command, Message.Builder request, Function<Message, T> reader) {
    Command response = command.response();
    if (response == null) {
      throw new IllegalArgumentException(command + " has no response");
    }
    return pending.send(response, request, connection).thenApply(answer -> read(answer, reader));
  }

  private static <T> T read(Message answer, Function<Message, T> reader) {
    try {
      return reader.apply(answer);
    } catch (MessageFieldException | IllegalArgumentException | ArithmeticException e) {
      throw new CompletionException(new ReplyFormatException(e));
    }
  }

  private Message.Builder skeleton(Command command) {
    Session current = session;
    return Message.of(command)
        .putOrNil(KeyType.DOMAIN_ID, current.domain())
        .putOrNil(KeyType.SOURCE_USER_ID, current.user())
        .put(KeyType.STATUS, 0);
  }

  private static Message.Builder randomField() {
    return Message.builder().put(KeyType.RANDOM, random());
  }

  private static byte[] random() {
    byte[] random = new byte[AdminSignature.RANDOM_LENGTH];
    RANDOM.nextBytes(random);
    return random;
  }
}
