package org.bbc1.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Prepares behind the scenes what a session relies on: a connection of its own, a user of its own,
 * administrative commands signed where a node key is in force.
 */
final class Stage implements AutoCloseable {

  private static final UserId USER = UserId.fromHex("57".repeat(32));

  private final WireClient client;
  private final @Nullable KeyPair nodeKey;
  private final KnownTransactions known;
  private final Random random = new Random(20250101);
  private final Set<String> stored = new HashSet<>();
  private final Set<String> domains = new HashSet<>();
  private int counter;

  Stage(int port, @Nullable KeyPair nodeKey, KnownTransactions known) {
    this.client = WireClient.connect(port);
    this.nodeKey = nodeKey;
    this.known = known;
  }

  KnownTransactions known() {
    return known;
  }

  /** A query id that no captured session uses: those have two bytes. */
  byte[] queryId() {
    counter++;
    return new byte[] {'s', 't', (byte) (counter >> 8), (byte) counter};
  }

  static boolean isQueryId(@Nullable Value value) {
    return value instanceof Value.Bytes bytes && bytes.value().length == 4;
  }

  /** A request of the stage's own user. */
  Message.Builder request(Command command, byte[] domain) {
    return Message.of(command)
        .put(KeyType.DOMAIN_ID, domain)
        .put(KeyType.SOURCE_USER_ID, USER)
        .put(KeyType.STATUS, 0)
        .put(KeyType.QUERY_ID, queryId());
  }

  /** The admin command with these admin fields, signed if a node key is in force. */
  Message administrative(Message request, Message fields) {
    byte[] filler = new byte[AdminSignature.RANDOM_LENGTH];
    random.nextBytes(filler);
    Message.Builder admin = fields.toBuilder().put(KeyType.RANDOM, filler);
    if (nodeKey != null) {
      return AdminSignature.attach(request, nodeKey, admin.build());
    }
    Message.Builder plain = request.toBuilder();
    admin.build().fields().forEach(plain::putByNumber);
    return plain.build();
  }

  void domainExists(byte[] domain) {
    domains.add(KnownTransactions.hex(domain));
  }

  void setUp(byte[] domain) {
    if (domains.add(KnownTransactions.hex(domain))) {
      Message fields = Message.builder().put(KeyType.DOMAIN_ID, domain).build();
      succeed(administrative(request(Command.REQUEST_SETUP_DOMAIN, domain).build(), fields));
    }
  }

  void isStored(byte[] transactionId) {
    stored.add(KnownTransactions.hex(transactionId));
  }

  int storedCount() {
    return stored.size();
  }

  /** Puts a known transaction into the ledger unless it is there. */
  void store(byte[] domain, byte[] transactionId) {
    if (!stored.contains(KnownTransactions.hex(transactionId))) {
      Transaction transaction = known.find(transactionId);
      assertThat(transaction)
          .as("transaction %s occurs in a session", KnownTransactions.hex(transactionId))
          .isNotNull();
      store(domain, Objects.requireNonNull(transaction));
    }
  }

  void store(byte[] domain, Transaction transaction) {
    succeed(
        insert(request(Command.REQUEST_INSERT, domain), transaction, known.filesOf(transaction)));
    isStored(transaction.transactionId().toByteArray());
  }

  static Message insert(
      Message.Builder request, Transaction transaction, Map<AssetId, byte[]> files) {
    return request
        .put(KeyType.TRANSACTION_DATA, transaction.serialize())
        .put(KeyType.ALL_ASSET_FILES, files)
        .build();
  }

  /** Sends something that has no reply to the stage. */
  void tell(Message message) {
    client.send(message);
  }

  private void succeed(Message request) {
    Message reply = client.ask(request);
    assertThat(reply.integer(KeyType.STATUS)).as("preparation: %s", reply).isZero();
  }

  @Override
  public void close() {
    client.close();
  }
}
