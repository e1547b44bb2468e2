package org.bbc1.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ErrorReplyException;
import org.bbc1.client.SearchCondition;
import org.bbc1.client.SearchOrder;
import org.bbc1.client.SearchResult;
import org.bbc1.error.StatusCode;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.KeyType;
import org.bbc1.transaction.Transaction;
import org.bbc1.wire.WireClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way over real sockets. */
class SocketNodeTest {

  private static final int CLIENTS = 16;
  private static final int INSERTS = 25;

  @TempDir Path folder;
  private SocketNode node;

  @BeforeEach
  void start() {
    node = SocketNode.in(folder);
    try (BbcClient client = node.connect()) {
      client.setUpDomain(Requests.DOMAIN);
    }
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private BbcClient registered(UserId user) {
    BbcClient client = node.connect();
    client.register(Requests.DOMAIN, user);
    return client;
  }

  @Test
  void oneClientRecordsWhatAnotherProves() {
    byte[] file = Samples.bytes("the file");
    Transaction transaction = Samples.withFile("proof", file);
    try (BbcClient writer = registered(Requests.USER);
        BbcClient reader = registered(UserId.fromHex("77".repeat(32)))) {
      TransactionId id =
          writer.insert(transaction, Map.of(transaction.assetEntries().get(0).assetId(), file));

      SearchResult found = reader.search(id);

      assertThat(found.transactions()).containsExactly(transaction);
      assertThat(found.assetFiles().values()).containsExactly(file);
      assertThat(found.isCompromised()).isFalse();
    }
  }

  @Test
  void sixteenClientsInsertWhileOthersSearch() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 2);
    List<Future<List<TransactionId>>> written = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int number = i;
      written.add(clients.submit(() -> insertMany(number)));
    }
    List<Future<Long>> searches =
        List.of(clients.submit(searchMany()), clients.submit(searchMany()));
    List<TransactionId> ids = new ArrayList<>();
    for (Future<List<TransactionId>> one : written) {
      ids.addAll(one.get(60, TimeUnit.SECONDS));
    }
    for (Future<Long> search : searches) {
      assertThat(search.get(60, TimeUnit.SECONDS)).isBetween(0L, (long) CLIENTS * INSERTS);
    }
    clients.shutdown();

    assertThat(ids).doesNotHaveDuplicates().hasSize(CLIENTS * INSERTS);
    try (BbcClient client = registered(Requests.USER)) {
      assertThat(client.count(SearchCondition.ANY)).isEqualTo((long) CLIENTS * INSERTS);
      for (TransactionId id : ids.subList(0, 20)) {
        assertThat(client.search(id).transactions()).hasSize(1);
      }
    }
  }

  private List<TransactionId> insertMany(int number) {
    List<TransactionId> ids = new ArrayList<>();
    try (BbcClient client = registered(Requests.USER)) {
      for (int i = 0; i < INSERTS; i++) {
        ids.add(client.insert(Samples.note("client " + number + " insert " + i)));
      }
    }
    return ids;
  }

  private Callable<Long> searchMany() {
    return () -> {
      try (BbcClient client = registered(Requests.USER)) {
        long count = 0;
        for (int i = 0; i < INSERTS; i++) {
          assertThat(
                  client.search(SearchCondition.ANY, SearchOrder.NEWEST_FIRST, 10).isCompromised())
              .isFalse();
          count = client.count(SearchCondition.ANY);
        }
        return count;
      }
    };
  }

  @Test
  void faultyRequestLeavesTheConnectionUsable() {
    try (BbcClient client = registered(Requests.USER)) {
      Transaction transaction = Samples.note("once");
      client.insert(transaction);

      assertThatThrownBy(() -> client.insert(transaction))
          .isInstanceOfSatisfying(
              ErrorReplyException.class,
              e -> assertThat(e.status()).isEqualTo(StatusCode.EINVALID_COMMAND.code()));
      assertThat(client.count(SearchCondition.ANY)).isEqualTo(1);
    }
  }

  @Test
  void closedConnectionLeavesNoUserBehind() {
    try (BbcClient client = registered(Requests.USER)) {
      client.domains();
      assertThat(node.node().services().users().usersOf(Requests.DOMAIN))
          .containsExactly(Requests.USER);
    }
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(node.node().services().users().usersOf(Requests.DOMAIN)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void bothDialectsOfMsgpackAreUnderstood(Dialect dialect) {
    try (WireClient client = open()) {
      client.send(Requests.insert(Samples.note("raw or bin")), dialect);
      assertThat(client.receive().message().integer(KeyType.STATUS)).isZero();
      client.send(Requests.of(Command.REQUEST_COUNT_TRANSACTIONS).build(), dialect);
      assertThat(client.receive().message().integer(KeyType.COUNT)).isEqualTo(1);
    }
  }

  @Test
  void unregisterClosesTheConnection() {
    try (WireClient client = open()) {
      client.send(Requests.register(Requests.DOMAIN, Requests.USER));
      client.send(Requests.of(Command.UNREGISTER).build());

      assertThat(client.isClosedByNode()).isTrue();
    }
  }

  @Test
  void undecodableFrameClosesItsConnectionOnly() {
    try (WireClient bad = open();
        BbcClient good = registered(Requests.USER)) {
      bad.send(WireClient.MSGPACK, new byte[] {(byte) 0xc1, 1, 2, 3});
      assertThat(bad.isClosedByNode()).isTrue();

      assertThat(good.domains()).containsExactly(Requests.DOMAIN);
    }
  }

  @Test
  void frameAboveTheLimitClosesItsConnectionOnly() {
    try (WireClient bad = open();
        BbcClient good = registered(Requests.USER)) {
      bad.send(ByteBuffer.allocate(8).putShort((short) 2).putShort((short) 0).putInt(-1).array());
      assertThat(bad.isClosedByNode()).isTrue();

      assertThat(good.domains()).containsExactly(Requests.DOMAIN);
    }
  }

  private WireClient open() {
    return WireClient.connect(node.tcpPort());
  }
}
