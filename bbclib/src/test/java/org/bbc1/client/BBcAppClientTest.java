package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bbc1.client.ClientFixtures.DOMAIN;
import static org.bbc1.client.ClientFixtures.GROUP;
import static org.bbc1.client.ClientFixtures.UNKNOWN;
import static org.bbc1.client.ClientFixtures.USER;
import static org.bbc1.client.ClientFixtures.answering;
import static org.bbc1.client.ClientFixtures.filled;
import static org.bbc1.client.ClientFixtures.transaction;
import static org.bbc1.client.ScriptedNode.reply;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.session.SessionCipher;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BBcAppClientTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final NodeId NODE = NodeId.of(filled(32, 5));
  private static final UserId BOB = UserId.of(filled(32, 11));
  private static final AssetId ASSET = AssetId.of(filled(32, 12));
  private static final NodeAddress ADDRESS = NodeAddress.ofIpv4("127.0.0.1", 6641);
  private static final Transaction TRANSACTION = transaction("app");

  private static BBcAppClient connect(ScriptedNode node, boolean multiq, Callback callback) {
    BBcAppClient client = BBcAppClient.connect(node.config(), multiq, callback);
    client.setDomainId(DOMAIN);
    client.setUserId(USER);
    return client;
  }

  private static Arguments sends(
      Command command, boolean numbered, Function<BBcAppClient, QueryId> method) {
    return Arguments.of(Named.of(command.name(), method), command, numbered);
  }

  static Stream<Arguments> methods() {
    Signature signature = Signature.EMPTY;
    return Stream.of(
        sends(Command.REGISTER, false, BBcAppClient::registerToCore),
        sends(Command.UNREGISTER, false, BBcAppClient::unregisterFromCore),
        sends(Command.REQUEST_SETUP_DOMAIN, true, client -> client.domainSetup(DOMAIN, null)),
        sends(Command.REQUEST_CLOSE_DOMAIN, true, client -> client.domainClose(DOMAIN)),
        sends(Command.REQUEST_GET_NODEID, true, BBcAppClient::getNodeId),
        sends(
            Command.REQUEST_GET_NEIGHBORLIST, true, client -> client.getDomainNeighborlist(DOMAIN)),
        sends(
            Command.REQUEST_SET_STATIC_NODE,
            true,
            client -> client.setDomainStaticNode(DOMAIN, NODE, ADDRESS)),
        sends(Command.DOMAIN_PING, false, client -> client.sendDomainPing(DOMAIN, ADDRESS)),
        sends(Command.REQUEST_GET_CONFIG, true, BBcAppClient::getBbcConfig),
        sends(Command.NOTIFY_DOMAIN_KEY_UPDATE, true, BBcAppClient::notifyDomainKeyUpdate),
        sends(Command.REQUEST_GET_DOMAINLIST, true, BBcAppClient::getDomainList),
        sends(Command.REQUEST_GET_USERS, true, BBcAppClient::getUserList),
        sends(Command.REQUEST_GET_FORWARDING_LIST, true, BBcAppClient::getForwardingList),
        sends(Command.REQUEST_GET_NOTIFICATION_LIST, true, BBcAppClient::getNotificationList),
        sends(Command.REQUEST_GET_STATS, true, BBcAppClient::getStats),
        sends(
            Command.REQUEST_MANIP_LEDGER_SUBSYS,
            true,
            client -> client.manipulateLedgerSubsystem(DOMAIN, true)),
        sends(Command.REQUEST_INSERT, true, client -> client.insertTransaction(TRANSACTION)),
        sends(
            Command.REQUEST_SEARCH_TRANSACTION, true, client -> client.searchTransaction(UNKNOWN)),
        sends(
            Command.REQUEST_SEARCH_WITH_CONDITIONS,
            true,
            client ->
                client.searchTransactionWithCondition(
                    SearchCondition.ANY, SearchOrder.NEWEST_FIRST, 0)),
        sends(
            Command.REQUEST_COUNT_TRANSACTIONS,
            true,
            client -> client.countTransactions(SearchCondition.ANY)),
        sends(
            Command.REQUEST_TRAVERSE_TRANSACTIONS,
            true,
            client ->
                client.traverseTransactions(
                    new TraversalRequest(
                        UNKNOWN, TraversalRequest.Course.PAST, 3, SearchCondition.ANY))),
        sends(Command.REQUEST_REPAIR, false, client -> client.requestToRepairTransaction(UNKNOWN)),
        sends(Command.REQUEST_REPAIR, false, client -> client.requestToRepairAsset(GROUP, ASSET)),
        sends(
            Command.REQUEST_GATHER_SIGNATURE,
            true,
            client -> client.gatherSignatures(SignatureQuery.of(TRANSACTION, List.of(BOB)))),
        sends(
            Command.RESPONSE_SIGNATURE,
            true,
            client -> client.sendbackSignature(BOB, UNKNOWN, -1, signature, null)),
        sends(
            Command.RESPONSE_SIGNATURE,
            true,
            client -> client.sendbackDenialOfSign(BOB, UNKNOWN, "no", null)),
        sends(
            Command.REQUEST_INSERT_NOTIFICATION,
            false,
            client -> client.requestInsertCompletionNotification(GROUP)),
        sends(
            Command.CANCEL_INSERT_NOTIFICATION,
            false,
            client -> client.cancelInsertCompletionNotification(GROUP)),
        sends(
            Command.REQUEST_CROSS_REF_VERIFY,
            true,
            client -> client.requestVerifyByCrossRef(UNKNOWN)),
        sends(Command.REQUEST_CROSS_REF_LIST, true, BBcAppClient::requestCrossRefHoldersList),
        sends(
            Command.REQUEST_REGISTER_HASH_IN_SUBSYS,
            true,
            client -> client.registerInLedgerSubsystem(null, UNKNOWN)),
        sends(
            Command.REQUEST_VERIFY_HASH_IN_SUBSYS,
            true,
            client -> client.verifyInLedgerSubsystem(GROUP, UNKNOWN)),
        sends(Command.MESSAGE, false, client -> client.sendMessage(new Value.Int(1), BOB, true)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodSendsItsCommandInTheNameOfTheUserAndGivesItsQueryId(
      Function<BBcAppClient, QueryId> method, Command command, boolean numbered) throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    try (ScriptedNode node = new ScriptedNode(peer -> received.add(peer.receive()));
        BBcAppClient client = connect(node, true, new Callback())) {
      QueryId queryId = method.apply(client);

      Message message = received.take();
      assertThat(message.commandNumber()).hasValue(command.number());
      assertThat(message.bytes(KeyType.DOMAIN_ID)).isEqualTo(DOMAIN.toByteArray());
      assertThat(message.bytes(KeyType.SOURCE_USER_ID)).isEqualTo(USER.toByteArray());
      assertThat(queryId).isEqualTo(QueryId.of(1));
      assertThat(QueryId.of(message)).isEqualTo(numbered ? queryId : null);
    }
  }

  @Test
  void answersAreFoundByQueryIdInAnyOrder() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          Message first = peer.receive();
          Message second = peer.receive();
          peer.send(reply(second).put(KeyType.COUNT, 2).build());
          peer.send(reply(first).put(KeyType.COUNT, 1).build());
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, true, new Callback())) {
      QueryId first = client.getStats();
      QueryId second = client.getStats();

      Callback callback = client.callback();
      assertThat(callback.syncByQueryId(first, LONG).integer(KeyType.COUNT)).isEqualTo(1);
      assertThat(callback.syncByQueryId(second, LONG).integer(KeyType.COUNT)).isEqualTo(2);
    }
  }

  @Test
  void withoutQueuesForRequestsTheCommonQueueHoldsWhatIsRead() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                switch (request.commandNumber().orElseThrow()) {
                  case 13 ->
                      reply(request)
                          .put(
                              KeyType.DOMAIN_LIST,
                              ByteBuffer.allocate(34)
                                  .putShort((short) 1)
                                  .put(DOMAIN.toByteArray())
                                  .array());
                  case 27 -> reply(request).put(KeyType.NODE_ID, NODE);
                  case 21 ->
                      reply(request)
                          .put(KeyType.STATUS, false)
                          .put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN);
                  case 67 ->
                      reply(request)
                          .put(KeyType.SOURCE_USER_ID, BOB)
                          .put(KeyType.REF_INDEX, 0)
                          .put(KeyType.SIGNATURE, Signature.EMPTY.pack());
                  default -> reply(request);
                });
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, false, new Callback())) {
      Callback callback = client.callback();
      client.getDomainList();
      assertThat(callback.synchronize(LONG)).isEqualTo(List.of(DOMAIN));
      client.getNodeId();
      assertThat(callback.synchronize(LONG)).isEqualTo(NODE);
      client.gatherSignatures(SignatureQuery.of(TRANSACTION, List.of(BOB)));
      assertThat(callback.synchronize(LONG))
          .isEqualTo(new SignatureAnswer.Signed(BOB, Signature.EMPTY, 0));
      client.getDomainNeighborlist(DOMAIN);
      assertThat(callback.synchronize(LONG))
          .as("what reports an error is the message itself")
          .isInstanceOf(Message.class);
      client.getStats();
      assertThat(callback.synchronize(LONG)).isInstanceOf(Message.class);
    }
  }

  @Test
  void overriddenMethodsGetWhatNoQueueWaitsFor() throws Exception {
    List<Message> asked = new ArrayList<>();
    Callback callback =
        new Callback() {
          @Override
          protected void procCmdSignRequest(Message message) {
            asked.add(message);
            SignatureRequest request = SignatureRequest.read(message);
            client().sendbackDenialOfSign(request.requester(), UNKNOWN, "no", request.queryId());
          }
        };
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          peer.send(
              Message.of(Command.REQUEST_SIGNATURE)
                  .put(KeyType.DOMAIN_ID, DOMAIN)
                  .put(KeyType.SOURCE_USER_ID, BOB)
                  .put(KeyType.QUERY_ID, new byte[] {9, 9, 9})
                  .put(KeyType.TRANSACTION_DATA, TRANSACTION.serialize())
                  .build());
          received.add(peer.receive());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, true, callback)) {
      Message denial = received.take();

      assertThat(denial.bytes(KeyType.QUERY_ID)).containsExactly(9, 9, 9);
      assertThat(denial.text(KeyType.REASON)).isEqualTo("no");
      assertThat(asked).hasSize(1);
      assertThat(client.callback()).isSameAs(callback);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keyExchangeIsFinishedInEitherMode(boolean multiq) throws Exception {
    ScriptedNode.Script script =
        peer -> {
          SessionCipher cipher = EncryptedClientTest.exchange(peer);
          Message request = EncryptedClientTest.receive(peer, cipher);
          peer.sendRaw(
              cipher.encrypt(
                  Frames.encode(reply(request).put(KeyType.TRANSACTION_ID, UNKNOWN).build())));
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, multiq, new Callback())) {
      Callback callback = client.callback();
      QueryId exchange = client.exchangeKey();
      if (multiq) {
        assertThat(callback.syncByQueryId(exchange, LONG).commandNumber())
            .hasValue(Command.RESPONSE_ECDH_KEY_EXCHANGE.number());
      } else {
        assertThat(callback.synchronize(LONG)).isEqualTo(true);
      }
      client.setSecureConnection(true);
      QueryId insert = client.insertTransaction(TRANSACTION);
      Object answer = multiq ? callback.syncByQueryId(insert, LONG) : callback.synchronize(LONG);

      assertThat(((Message) answer).id(KeyType.TRANSACTION_ID, TransactionId::of))
          .isEqualTo(UNKNOWN);
    }
  }

  @Test
  void refusedKeyExchangeIsNoKeyInForce() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request).put(KeyType.STATUS, -1).put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN));
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, false, new Callback())) {
      client.exchangeKey();

      assertThat(client.callback().synchronize(LONG)).isInstanceOf(Message.class);
    }
  }

  @Test
  void requestOfAnotherUserWithTheNumberOfAnOwnRequestIsNotItsAnswer() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          Message request = peer.receive();
          peer.send(
              Message.of(Command.REQUEST_SIGNATURE)
                  .put(KeyType.DOMAIN_ID, DOMAIN)
                  .put(KeyType.SOURCE_USER_ID, BOB)
                  .put(KeyType.QUERY_ID, request.bytes(KeyType.QUERY_ID))
                  .put(KeyType.TRANSACTION_DATA, TRANSACTION.serialize())
                  .build());
          peer.send(reply(request).build());
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, true, new Callback())) {
      QueryId query = client.getStats();

      assertThat(client.callback().syncByQueryId(query, LONG).commandNumber())
          .hasValue(Command.RESPONSE_GET_STATS.number());
      assertThat(((Message) client.callback().synchronize(LONG)).commandNumber())
          .hasValue(Command.REQUEST_SIGNATURE.number());
    }
  }

  @Test
  void callbackThatIsSetAfterTheLossFailsItsWaitsToo() throws Exception {
    try (ScriptedNode node = new ScriptedNode(peer -> peer.receive());
        BBcAppClient client = connect(node, true, new Callback())) {
      client.registerToCore();
      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.callback().synchronize(LONG));
      Callback late = new Callback();
      client.setCallback(late);

      assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> late.synchronize(LONG));
    }
  }

  @Test
  void keyExchangeNeedsADomain() throws Exception {
    try (ScriptedNode node = new ScriptedNode(peer -> {});
        BBcAppClient client = BBcAppClient.connect(node.config())) {
      assertThatIllegalStateException().isThrownBy(client::exchangeKey);
    }
  }

  @Test
  void deadConnectionFailsTheWaits() throws Exception {
    try (ScriptedNode node = new ScriptedNode(peer -> peer.receive());
        BBcAppClient client = connect(node, true, new Callback())) {
      QueryId query = client.getStats();

      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.callback().syncByQueryId(query, LONG));
      assertThatExceptionOfType(ConnectionException.class)
          .isThrownBy(() -> client.callback().synchronize(LONG));
      assertThatExceptionOfType(ConnectionException.class).isThrownBy(client::getStats);
    }
  }

  @Test
  void nodeKeyOfAFileSignsFromThenOn(@TempDir Path folder) throws Exception {
    KeyPair nodeKey = KeyPair.generate(Curve.P256);
    Path file = Files.writeString(folder.resolve("node_key.pem"), nodeKey.privateKeyPem());
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          received.add(peer.receive());
          received.add(peer.receive());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, true, new Callback())) {
      client.setNodeKey(file);
      client.getStats();
      client.setNodeKey((KeyPair) null);
      client.getStats();

      Message signed = received.take();
      assertThat(
              AdminSignature.verify(
                  signed.bytes(KeyType.ADMIN_INFO),
                  signed.bytes(KeyType.NODEKEY_SIGNATURE),
                  nodeKey))
          .isTrue();
      assertThat(received.take().has(KeyType.ADMIN_INFO)).isFalse();
    }
  }

  @Test
  void receivedCrossReferenceGoesIntoOneTransaction() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          peer.send(
              Message.of(Command.NOTIFY_CROSS_REF)
                  .put(KeyType.CROSS_REF, List.of(DOMAIN.toByteArray(), UNKNOWN.toByteArray()))
                  .build());
          peer.send(reply(peer.receive()).build());
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BBcAppClient client = connect(node, true, new Callback())) {
      client.callback().syncByQueryId(client.getStats(), LONG);

      assertThat(client.includeCrossRef(Transaction.builder())).isTrue();
      assertThat(client.includeCrossRef(Transaction.builder())).isFalse();
    }
  }
}
