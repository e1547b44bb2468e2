package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bbc1.client.ClientFixtures.DOMAIN;
import static org.bbc1.client.ClientFixtures.GROUP;
import static org.bbc1.client.ClientFixtures.UNKNOWN;
import static org.bbc1.client.ClientFixtures.USER;
import static org.bbc1.client.ClientFixtures.answering;
import static org.bbc1.client.ClientFixtures.filled;
import static org.bbc1.client.ClientFixtures.others;
import static org.bbc1.client.ClientFixtures.transaction;
import static org.bbc1.client.ScriptedNode.reply;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.PayloadType;
import org.bbc1.message.Reasons;
import org.bbc1.message.TlvCodec;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BbcClientTest {

  @Test
  void insertCarriesTransactionAndFilesAndReturnsTheId() throws Exception {
    Transaction transaction = transaction("a");
    AssetId asset = transaction.relations().get(0).asset().assetId();
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        answering(
            request -> {
              received.add(request);
              Transaction inserted = Transaction.read(request.bytes(KeyType.TRANSACTION_DATA));
              return reply(request).put(KeyType.TRANSACTION_ID, inserted.transactionId());
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.register(DOMAIN, USER);

      assertThat(client.insert(transaction, Map.of(asset, new byte[] {7})))
          .isEqualTo(transaction.transactionId());

      Message request = received.take();
      assertThat(request.commandNumber()).hasValue(Command.REQUEST_INSERT.number());
      assertThat(request.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(DOMAIN);
      assertThat(request.id(KeyType.SOURCE_USER_ID, UserId::of)).isEqualTo(USER);
      assertThat(request.integer(KeyType.STATUS)).isZero();
      assertThat(request.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of)).containsOnlyKeys(asset);
      assertThat(request.bytes(KeyType.QUERY_ID))
          .as("REGISTER has used number 1")
          .containsExactly(2, 0);
    }
  }

  @Test
  void registerSendsNoQueryIdAndWaitsForNothing() throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    try (ScriptedNode node = new ScriptedNode(peer -> received.add(peer.receive()));
        BbcClient client = BbcClient.connect(node.config())) {
      client.register(DOMAIN, USER);

      Message request = received.take();
      assertThat(request.commandNumber()).hasValue(Command.REGISTER.number());
      assertThat(request.has(KeyType.QUERY_ID)).isFalse();
    }
  }

  @Test
  void answerInSingleBytesIsPutTogether() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          byte[] frame =
              Frames.encode(reply(peer.receive()).put(KeyType.NODE_ID, filled(32, 5)).build());
          for (byte single : frame) {
            peer.sendRaw(new byte[] {single});
          }
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(client.nodeId(DOMAIN)).isEqualTo(NodeId.of(filled(32, 5)));
    }
  }

  @Test
  void joinedFramesInReverseOrderReachTheirRequests() throws Exception {
    int requests = 20;
    ScriptedNode.Script script =
        peer -> {
          List<byte[]> frames = new ArrayList<>();
          for (int i = 0; i < requests; i++) {
            Message request = peer.receive();
            int asked = request.bytes(KeyType.TRANSACTION_ID)[0];
            frames.add(
                0,
                Frames.encode(
                    reply(request).put(KeyType.COUNT, asked).put(KeyType.STATUS, -14).build()));
          }
          ByteArrayOutputStream joined = new ByteArrayOutputStream();
          frames.forEach(joined::writeBytes);
          peer.sendRaw(joined.toByteArray());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      List<CompletableFuture<SearchResult>> answers = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        answers.add(client.search(TransactionId.of(filled(32, i + 1))));
      }
      assertThat(answers).allSatisfy(answer -> assertThat(answer.join().isEmpty()).isTrue());
    }
  }

  @Test
  void manyThreadsShareOneConnection() throws Exception {
    ScriptedNode.Script script =
        answering(
            request -> reply(request, 95).put(KeyType.COUNT, request.integer(KeyType.START_FROM)));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      List<CompletableFuture<Void>> checks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        long base = thread * 1000L;
        checks.add(
            CompletableFuture.runAsync(
                () -> {
                  for (long i = base; i < base + 200; i++) {
                    SearchCondition condition = SearchCondition.ANY.between(i, null);
                    assertThat(client.count(condition).join()).isEqualTo(i);
                  }
                }));
      }
      assertThat(checks).allSatisfy(CompletableFuture::join);
    }
  }

  @Test
  void negativeStatusBecomesAnErrorWithTheReason() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(KeyType.STATUS, StatusCode.EINVALID_COMMAND.code())
                    .put(KeyType.REASON, Reasons.BAD_TRANSACTION_FORMAT));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ErrorReplyException.class)
          .isThrownBy(() -> client.insert(transaction("a")))
          .satisfies(error -> assertThat(error.status()).isEqualTo(-1))
          .satisfies(error -> assertThat(error.reason()).isEqualTo(Reasons.BAD_TRANSACTION_FORMAT));
    }
  }

  @Test
  void droppedConnectionFailsEveryWaitingAndEveryLaterRequest() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          peer.receive();
          peer.receive();
          peer.close();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      CompletableFuture<SearchResult> first = client.search(UNKNOWN);
      CompletableFuture<SearchResult> second = client.search(UNKNOWN);

      assertFailsWith(ConnectionException.class, first);
      assertFailsWith(ConnectionException.class, second);
      assertFailsWith(ConnectionException.class, client.search(UNKNOWN));
    }
  }

  @Test
  void connectionDroppedWithinAFrameFailsTheRequest() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          byte[] frame = Frames.encode(reply(peer.receive()).build());
          peer.sendRaw(Arrays.copyOf(frame, frame.length - 3));
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      assertFailsWith(ConnectionException.class, client.search(UNKNOWN));
    }
  }

  @Test
  void closingTheClientFailsWaitingRequests() throws Exception {
    try (ScriptedNode node = new ScriptedNode(peer -> waitForTheEnd(peer))) {
      BbcAsyncClient client = BbcAsyncClient.connect(node.config());
      CompletableFuture<SearchResult> answer = client.search(UNKNOWN);

      client.close();

      assertFailsWith(ConnectionException.class, answer);
    }
  }

  private static void waitForTheEnd(ScriptedNode.Peer peer) throws Exception {
    while (true) {
      peer.receive();
    }
  }

  private static void assertFailsWith(
      Class<? extends Throwable> type, CompletableFuture<?> future) {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(future::join)
        .withCauseInstanceOf(type);
  }

  @Test
  void unansweredRequestTimesOutAndItsLateAnswerGoesToTheListener() throws Exception {
    CountDownLatch timedOut = new CountDownLatch(1);
    BlockingQueue<Message> unmatched = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          timedOut.await();
          peer.send(reply(request).build());
          waitForTheEnd(peer);
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client =
            BbcAsyncClient.connect(
                node.config().withRequestTimeout(Duration.ofMillis(50)), others(unmatched::add))) {
      assertFailsWith(RequestTimeoutException.class, client.search(UNKNOWN));
      timedOut.countDown();

      assertThat(unmatched.poll(10, TimeUnit.SECONDS).commandNumber())
          .hasValue(Command.RESPONSE_SEARCH_TRANSACTION.number());
    }
  }

  @Test
  void frameAboveTheLimitEndsTheConnectionBeforeItsBodyComes() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          peer.receive();
          peer.sendRaw(HexFormat.of().parseHex("00020000ffffffff"));
          waitForTheEnd(peer);
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      assertFailsWith(ConnectionException.class, client.search(UNKNOWN));
    }
  }

  @Test
  void messageAboveTheLimitIsNotSent() throws Exception {
    try (ScriptedNode node = new ScriptedNode(peer -> assertThat(peer.receive()).isNull());
        BbcAsyncClient client = BbcAsyncClient.connect(node.config().withMaxFrameBytes(1000))) {
      assertFailsWith(IllegalArgumentException.class, client.insert(new byte[2000], Map.of()));
    }
  }

  @Test
  void undecodableBodyEndsTheConnection() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          peer.receive();
          peer.sendRaw(Frames.encode(PayloadType.MSGPACK, new byte[] {(byte) 0xc1}));
          waitForTheEnd(peer);
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      assertFailsWith(ConnectionException.class, client.search(UNKNOWN));
    }
  }

  @Test
  void emptyFramesUnknownTypesAndBodiesThatAreNoMapArePassedOver() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          peer.sendRaw(
              HexFormat.of()
                  .parseHex("0002000000000000" + "000900000000000177" + "000200000000000177"));
          peer.send(reply(request).put(KeyType.NODE_ID, filled(32, 5)).build());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(client.nodeId(DOMAIN)).isEqualTo(NodeId.of(filled(32, 5)));
    }
  }

  @Test
  void encryptedFrameWithoutAKeyEndsTheConnectionForNothingSentToTheUserCouldBeRead()
      throws Exception {
    ScriptedNode.Script script =
        peer -> {
          peer.receive();
          peer.sendRaw(Frames.encode(PayloadType.ENCRYPTED, new byte[10]));
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.nodeId(DOMAIN))
          .withMessageContaining("not encrypted with the key");
    }
  }

  @Test
  void messageWithTheQueryIdOfARequestButAnotherCommandIsNoAnswer() throws Exception {
    BlockingQueue<Message> unmatched = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          peer.send(reply(request, Command.MESSAGE.number()).build());
          peer.send(reply(request).put(KeyType.NODE_ID, filled(32, 5)).build());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config(), others(unmatched::add))) {
      assertThat(client.nodeId(DOMAIN).join()).isEqualTo(NodeId.of(filled(32, 5)));
      assertThat(unmatched.take().commandNumber()).hasValue(Command.MESSAGE.number());
    }
  }

  @Test
  void listenerThatFailsDoesNotHarmTheConnection() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          peer.send(Message.of(Command.NOTIFY_INSERTED).build());
          peer.send(reply(request).put(KeyType.NODE_ID, filled(32, 5)).build());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client =
            BbcAsyncClient.connect(
                node.config(),
                others(
                    message -> {
                      throw new IllegalStateException("a listener that fails on purpose");
                    }))) {
      assertThat(client.nodeId(DOMAIN).join()).isEqualTo(NodeId.of(filled(32, 5)));
    }
  }

  @Test
  void answerWithoutTheExpectedFieldIsReportedAsUnreadable() throws Exception {
    try (ScriptedNode node = new ScriptedNode(answering(ScriptedNode::reply));
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ReplyFormatException.class).isThrownBy(() -> client.nodeId(DOMAIN));
      assertThatExceptionOfType(ReplyFormatException.class).isThrownBy(client::domains);
      assertThatExceptionOfType(ReplyFormatException.class).isThrownBy(client::statistics);
    }
  }

  @Test
  void unreachableNodeIsReportedOnConnecting() throws Exception {
    ScriptedNode node = new ScriptedNode(peer -> {});
    node.close();

    assertThatExceptionOfType(ConnectionException.class)
        .isThrownBy(() -> BbcClient.connect(node.config()))
        .withMessageContaining(Integer.toString(node.port()));
  }

  @Test
  void foundTransactionComesWithItsFilesAndWithWhatIsCompromised() throws Exception {
    Transaction transaction = transaction("found");
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(KeyType.STATUS, StatusCode.EBADTRANSACTION.code())
                    .put(KeyType.TRANSACTION_DATA, transaction.serialize())
                    .put(KeyType.ALL_ASSET_FILES, Map.of(AssetId.of(filled(32, 1)), new byte[] {1}))
                    .put(
                        KeyType.COMPROMISED_ASSET_FILES,
                        Map.of(AssetId.of(filled(32, 2)), new byte[] {2})));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      SearchResult result = client.search(transaction.transactionId());

      assertThat(result.transactions()).containsExactly(transaction);
      assertThat(result.assetFiles()).containsOnlyKeys(AssetId.of(filled(32, 1)));
      assertThat(result.compromisedAssetFiles()).containsOnlyKeys(AssetId.of(filled(32, 2)));
      assertThat(result.isCompromised()).isTrue();
    }
  }

  @Test
  void conditionsAreSentOnlyWhereTheyAreGiven() throws Exception {
    Transaction transaction = transaction("found");
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        answering(
            request -> {
              received.add(request);
              return reply(request)
                  .put(KeyType.TRANSACTIONS, List.of(transaction.serialize()))
                  .put(KeyType.COMPROMISED_TRANSACTION_IDS, List.of(filled(32, 4)));
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      SearchResult result =
          client.search(
              SearchCondition.ANY.inGroup(GROUP).ownedBy(USER), SearchOrder.OLDEST_FIRST, 7);

      assertThat(result.transactions()).containsExactly(transaction);
      assertThat(result.compromisedIds()).containsExactly(TransactionId.of(filled(32, 4)));
      Message request = received.take();
      assertThat(request.integer(KeyType.DIRECTION)).isEqualTo(1);
      assertThat(request.integer(KeyType.COUNT)).isEqualTo(7);
      assertThat(request.id(KeyType.USER_ID, UserId::of)).isEqualTo(USER);
      assertThat(request.has(KeyType.ASSET_ID)).isFalse();
      assertThat(request.has(KeyType.UNTIL)).isFalse();
    }
  }

  @Test
  void traversalKeepsTheLevels() throws Exception {
    Transaction first = transaction("first");
    Transaction second = transaction("second");
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .putTree(
                        KeyType.TRANSACTION_TREE,
                        List.of(List.of(first.serialize()), List.of(second.serialize())))
                    .put(KeyType.ALL_INCLUDED, false));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      Traversal traversal =
          client.traverse(
              new TraversalRequest(
                  first.transactionId(), TraversalRequest.Course.PAST, 3, SearchCondition.ANY));

      assertThat(traversal.levels()).containsExactly(List.of(first), List.of(second));
      assertThat(traversal.allIncluded()).isFalse();
    }
  }

  @Test
  void administrativeAnswersAreRead() throws Exception {
    byte[] domains = ByteBuffer.allocate(34).putShort((short) 1).put(DOMAIN.toByteArray()).array();
    Value statistics =
        new Value.MapValue(
            Map.of(
                Value.Bytes.ofText("client"),
                new Value.MapValue(Map.of(new Value.Text("total_num"), new Value.Int(3)))));
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(KeyType.DOMAIN_LIST, domains)
                    .put(KeyType.STATS, statistics)
                    .put(KeyType.BBC_CONFIGURATION, "{}")
                    .put(KeyType.RESULT, false)
                    .put(KeyType.REASON, Reasons.ALREADY_EXISTS));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(client.domains()).containsExactly(DOMAIN);
      assertThat(client.statistics()).isEqualTo(Map.of("client", Map.of("total_num", 3L)));
      assertThat(client.configuration()).isEqualTo("{}");
      assertThat(client.setUpDomain(DOMAIN))
          .isEqualTo(new DomainChange(false, Reasons.ALREADY_EXISTS));
      assertThat(client.closeDomain(DOMAIN).done()).isFalse();
    }
  }

  @Test
  void adminCommandsAreSignedWithTheNodeKeyExceptTheQuestionForTheNodeId() throws Exception {
    KeyPair nodeKey = KeyPair.generate(Curve.P256);
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        answering(
            request -> {
              received.add(request);
              return reply(request).put(KeyType.RESULT, true).put(KeyType.NODE_ID, filled(32, 5));
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withNodeKey(nodeKey))) {
      client.setUpDomain(DOMAIN, "{\"storage\":{}}");
      client.nodeId(DOMAIN);

      Message setUp = received.take();
      byte[] adminInfo = setUp.bytes(KeyType.ADMIN_INFO);
      Message signed = TlvCodec.decode(adminInfo);
      assertThat(AdminSignature.verify(adminInfo, setUp.bytes(KeyType.NODEKEY_SIGNATURE), nodeKey))
          .isTrue();
      assertThat(signed.fields().keySet())
          .containsExactly(
              KeyType.DOMAIN_ID.number(),
              KeyType.RANDOM.number(),
              KeyType.BBC_CONFIGURATION.number());
      assertThat(signed.bytes(KeyType.RANDOM)).hasSize(32);
      assertThat(setUp.has(KeyType.BBC_CONFIGURATION)).isFalse();
      assertThat(received.take().has(KeyType.ADMIN_INFO)).isFalse();
    }
  }

  @Test
  void withoutANodeKeyTheAdminFieldsStandInTheMessage() throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        answering(
            request -> {
              received.add(request);
              return reply(request).put(KeyType.RESULT, true);
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(client.closeDomain(DOMAIN).done()).isTrue();

      Message request = received.take();
      assertThat(request.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(DOMAIN);
      assertThat(request.has(KeyType.ADMIN_INFO)).isFalse();
    }
  }

  @Test
  void actingForAUserTellsTheNodeWithEachRequestOnly() throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        answering(
            request -> {
              received.add(request);
              return reply(request, 95).put(KeyType.COUNT, 7);
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);
      assertThat(client.count(SearchCondition.ANY)).isEqualTo(7);
      client.actAs(null, null);
      client.count(SearchCondition.ANY);

      Message first = received.take();
      assertThat(first.id(KeyType.SOURCE_USER_ID, UserId::of)).isEqualTo(USER);
      assertThat(first.bytes(KeyType.QUERY_ID)).containsExactly(1, 0);
      assertThat(received.take().optBytes(KeyType.SOURCE_USER_ID)).isNull();
    }
  }

  @Test
  void unregisteringIsSentWithoutQueryId() throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    try (ScriptedNode node = new ScriptedNode(peer -> received.add(peer.receive()));
        BbcClient client = BbcClient.connect(node.config())) {
      client.async().actAs(DOMAIN, USER);
      client.unregister();

      Message request = received.take();
      assertThat(request.commandNumber()).hasValue(Command.UNREGISTER.number());
      assertThat(request.id(KeyType.SOURCE_USER_ID, UserId::of)).isEqualTo(USER);
      assertThat(request.has(KeyType.QUERY_ID)).isFalse();
    }
  }

  @Test
  void insertWithoutFilesSendsAnEmptyMap() throws Exception {
    Transaction transaction = transaction("b");
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        answering(
            request -> {
              received.add(request);
              return reply(request).put(KeyType.TRANSACTION_ID, transaction.transactionId());
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(client.insert(transaction)).isEqualTo(transaction.transactionId());

      assertThat(received.take().get(KeyType.ALL_ASSET_FILES))
          .isEqualTo(new Value.MapValue(Map.of()));
    }
  }

  @Test
  void tooLargeARequestFailsTheWaitingCallerAsItIs() throws Exception {
    try (ScriptedNode node = new ScriptedNode(peer -> waitForTheEnd(peer));
        BbcClient client = BbcClient.connect(node.config().withMaxFrameBytes(100))) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> client.insert(transaction("too large")));
    }
  }

  @Test
  void frameOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws Exception {
    int limit = 200;
    for (int above : new int[] {0, 1}) {
      ScriptedNode.Script script =
          peer -> {
            Message.Builder reply = reply(peer.receive()).put(KeyType.NODE_ID, filled(32, 5));
            peer.sendRaw(frameOf(limit + above, reply));
            waitForTheEnd(peer);
          };
      try (ScriptedNode node = new ScriptedNode(script);
          BbcAsyncClient client = BbcAsyncClient.connect(node.config().withMaxFrameBytes(limit))) {
        CompletableFuture<NodeId> answer = client.nodeId(DOMAIN);
        if (above == 0) {
          assertThat(answer.join()).isEqualTo(NodeId.of(filled(32, 5)));
        } else {
          assertFailsWith(ConnectionException.class, answer);
        }
      }
    }
  }

  private static byte[] frameOf(int bodyLength, Message.Builder message) {
    int empty = Frames.encode(message.put(KeyType.REASON, "").build()).length - 8;
    return Frames.encode(message.put(KeyType.REASON, "x".repeat(bodyLength - empty)).build());
  }

  @Test
  void closingTheClientEndsTheConnection() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    ScriptedNode.Script script =
        peer -> {
          try {
            waitForTheEnd(peer);
          } finally {
            ended.countDown();
          }
        };
    try (ScriptedNode node = new ScriptedNode(script)) {
      BbcClient.connect(node.config()).close();

      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void randomPartsOfAdminCommandsDiffer() throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        answering(
            request -> {
              received.add(request);
              return reply(request).put(KeyType.BBC_CONFIGURATION, "{}");
            });
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.configuration();
      client.configuration();

      assertThat(received.take().bytes(KeyType.RANDOM))
          .hasSize(32)
          .isNotEqualTo(received.take().bytes(KeyType.RANDOM));
    }
  }

  @Test
  void tlvAnswersAreReadToo() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          Message reply = reply(peer.receive()).put(KeyType.NODE_ID, filled(32, 5)).build();
          Message expressible = reply.toBuilder().remove(KeyType.DESTINATION_USER_ID).build();
          peer.sendRaw(Frames.encode(PayloadType.TLV, TlvCodec.encode(expressible)));
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(client.nodeId(DOMAIN)).isEqualTo(NodeId.of(filled(32, 5)));
    }
  }
}
