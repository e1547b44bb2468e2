package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bbc1.client.ClientFixtures.DOMAIN;
import static org.bbc1.client.ClientFixtures.GROUP;
import static org.bbc1.client.ClientFixtures.UNKNOWN;
import static org.bbc1.client.ClientFixtures.USER;
import static org.bbc1.client.ClientFixtures.filled;
import static org.bbc1.client.ClientFixtures.transaction;
import static org.bbc1.client.ScriptedNode.reply;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MessagingTest {

  private static final UserId BOB = UserId.of(filled(32, 11));
  private static final UserId CAROL = UserId.of(filled(32, 12));
  private static final KeyPair BOBS_KEY = KeyPair.generate(Curve.P256);
  private static final KeyPair CAROLS_KEY = KeyPair.generate(Curve.P256);

  private final Transaction transaction = transaction("to sign");

  /** Keeps what it hears. */
  private static final class Ear implements ClientListener {
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @Override
    public void messageReceived(UserMessage message) {
      heard.add(message);
    }

    @Override
    public void signatureRequested(SignatureRequest request) {
      heard.add(request);
    }

    @Override
    public void transactionInserted(InsertNotification notification) {
      heard.add(notification);
    }

    @Override
    public void crossRefReceived(CrossRef crossRef) {
      heard.add(crossRef);
    }

    @Override
    public void otherMessage(Message message) {
      heard.add(message);
    }

    @Override
    public void connectionLost(ConnectionException cause) {}
  }

  private static Message.Builder toUser(Command command) {
    return Message.of(command)
        .put(KeyType.DOMAIN_ID, DOMAIN)
        .put(KeyType.SOURCE_USER_ID, BOB)
        .put(KeyType.DESTINATION_USER_ID, USER);
  }

  private static Message.Builder signed(Message query, UserId signer, Signature signature) {
    return reply(query)
        .put(KeyType.SOURCE_USER_ID, signer)
        .put(KeyType.REF_INDEX, -1)
        .put(KeyType.SIGNATURE, signature.pack());
  }

  private SignatureAnswers gather(ScriptedNode.Script script, List<UserId> signers)
      throws Exception {
    return gather(script, SignatureQuery.of(transaction, signers), Duration.ofSeconds(20));
  }

  private static SignatureAnswers gather(
      ScriptedNode.Script script, SignatureQuery query, Duration time) throws Exception {
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config().withRequestTimeout(time))) {
      client.actAs(DOMAIN, USER);
      return client.messaging().gatherSignatures(query);
    }
  }

  @Test
  void messagesGoOutWithTheirPayloadAndWithoutQueryId() throws Exception {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          received.add(peer.receive());
          received.add(peer.receive());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);
      client.messaging().send(BOB, "text");
      client.messaging().sendToAny(CAROL, new Value.Int(7));

      Message text = received.take();
      assertThat(text.commandNumber()).hasValue(Command.MESSAGE.number());
      assertThat(text.id(KeyType.DESTINATION_USER_ID, UserId::of)).isEqualTo(BOB);
      assertThat(text.get(KeyType.MESSAGE)).isEqualTo(new Value.Text("text"));
      assertThat(text.has(KeyType.QUERY_ID)).isFalse();
      assertThat(text.has(KeyType.IS_ANYCAST)).isFalse();
      Message any = received.take();
      assertThat(any.get(KeyType.MESSAGE)).isEqualTo(new Value.Int(7));
      assertThat(any.optBool(KeyType.IS_ANYCAST)).contains(true);
    }
  }

  @Test
  void whatComesUnaskedIsReadForTheListener() throws Exception {
    Message unreadable = Message.of(Command.NOTIFY_INSERTED).build();
    ScriptedNode.Script script =
        peer -> {
          peer.send(toUser(Command.MESSAGE).put(KeyType.MESSAGE, "hello").build());
          peer.send(
              toUser(Command.MESSAGE)
                  .put(KeyType.RESULT, false)
                  .put(KeyType.REASON, Reasons.CANNOT_FIND_USER)
                  .build());
          peer.send(
              toUser(Command.NOTIFY_INSERTED)
                  .put(KeyType.TRANSACTION_ID, UNKNOWN)
                  .put(KeyType.ASSET_GROUP_IDS, List.of(GROUP.toByteArray()))
                  .build());
          peer.send(
              toUser(Command.NOTIFY_CROSS_REF)
                  .put(KeyType.CROSS_REF, List.of(DOMAIN.toByteArray(), UNKNOWN.toByteArray()))
                  .build());
          peer.send(unreadable);
          peer.receive();
        };
    Ear ear = new Ear();
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config(), ear)) {
      UserMessage message = (UserMessage) ear.heard.take();
      assertThat(message.sender()).isEqualTo(BOB);
      assertThat(message.text()).isEqualTo("hello");
      assertThat(message.undelivered()).isFalse();
      assertThat(((UserMessage) ear.heard.take()).undelivered()).isTrue();
      assertThat(ear.heard.take())
          .isEqualTo(new InsertNotification(DOMAIN, UNKNOWN, List.of(GROUP)));
      CrossRef crossRef = new CrossRef(DOMAIN, UNKNOWN);
      assertThat(ear.heard.take()).isEqualTo(crossRef);
      assertThat(ear.heard.take()).isEqualTo(unreadable);
      assertThat(client.messaging().takeCrossRef()).contains(crossRef);
      assertThat(client.messaging().takeCrossRef()).isEmpty();
    }
  }

  @Test
  void listenerMayWaitForAnswers() throws Exception {
    ScriptedNode.Script script =
        peer -> {
          peer.receive();
          peer.send(toUser(Command.MESSAGE).put(KeyType.MESSAGE, "count").build());
          Message count = peer.receive();
          peer.send(
              reply(count, Command.RESPONSE_COUNT_TRANSACTIONS.number())
                  .put(KeyType.COUNT, 5)
                  .build());
          peer.receive();
        };
    BlockingQueue<Long> counted = new LinkedBlockingQueue<>();
    BlockingQueue<BbcClient> made = new LinkedBlockingQueue<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void messageReceived(UserMessage message) {
            counted.add(made.remove().count(SearchCondition.ANY));
          }
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config(), listener)) {
      made.add(client);
      client.register(DOMAIN, USER);

      assertThat(counted.take()).isEqualTo(5);
    }
  }

  @Test
  void everyAnswerOfASignerIsCollected() throws Exception {
    Signature signature = transaction.sign(BOBS_KEY);
    SignatureAnswers answers =
        gather(
            peer -> {
              Message query = peer.receive();
              assertThat(query.bytesList(KeyType.DESTINATION_USER_IDS))
                  .containsExactly(BOB.toByteArray(), CAROL.toByteArray());
              assertThat(query.id(KeyType.TRANSACTION_ID, TransactionId::of))
                  .isEqualTo(transaction.transactionId());
              assertThat(query.bytes(KeyType.TRANSACTION_DATA)).isEqualTo(transaction.serialize());
              peer.send(
                  reply(query)
                      .put(KeyType.SOURCE_USER_ID, CAROL)
                      .put(KeyType.STATUS, StatusCode.EOTHER.code())
                      .put(KeyType.REASON, "no")
                      .build());
              peer.send(signed(query, BOB, signature).put(KeyType.REF_INDEX, 2).build());
              peer.receive();
            },
            List.of(BOB, CAROL));

    assertThat(answers.answers())
        .containsExactly(
            new SignatureAnswer.Denied(CAROL, StatusCode.EOTHER.code(), "no"),
            new SignatureAnswer.Signed(BOB, signature, 2));
    assertThat(answers.missing()).isEmpty();
    assertThat(answers.isComplete()).isFalse();
    assertThat(answers.of(BOB)).containsInstanceOf(SignatureAnswer.Signed.class);
  }

  @Test
  void forgedAndUninvitedSignaturesDoNotTakeThePlaceOfTheSigners() throws Exception {
    Signature forged = transaction("something else").sign(CAROLS_KEY);
    Signature good = transaction.sign(BOBS_KEY);
    SignatureAnswers answers =
        gather(
            peer -> {
              Message query = peer.receive();
              peer.send(signed(query, BOB, forged).build());
              peer.send(signed(query, CAROL, transaction.sign(CAROLS_KEY)).build());
              peer.send(signed(query, BOB, good).put(KeyType.SIGNATURE, new byte[3]).build());
              peer.send(signed(query, BOB, good).build());
              peer.receive();
            },
            List.of(BOB));

    assertThat(answers.signed())
        .extracting(SignatureAnswer.Signed::signature)
        .containsExactly(good);
    assertThat(answers.isComplete()).isTrue();
  }

  @Test
  void signatureUnderAnotherQueryIdIsFoundByItsSigner() throws Exception {
    Signature good = transaction.sign(BOBS_KEY);
    SignatureAnswers answers =
        gather(
            peer -> {
              Message query = peer.receive();
              peer.send(
                  signed(query, BOB, good).put(KeyType.QUERY_ID, new byte[] {99, 99}).build());
              peer.receive();
            },
            List.of(BOB));

    assertThat(answers.isComplete()).isTrue();
  }

  @Test
  void denialUnderAnotherQueryIdIsNotBelieved() throws Exception {
    Ear ear = new Ear();
    ScriptedNode.Script script =
        peer -> {
          Message query = peer.receive();
          Message denial =
              reply(query)
                  .put(KeyType.SOURCE_USER_ID, BOB)
                  .put(KeyType.STATUS, StatusCode.EOTHER.code())
                  .put(KeyType.QUERY_ID, new byte[] {99, 99})
                  .build();
          peer.send(denial);
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config(), ear)) {
      var answers =
          client.messaging().gatherSignatures(SignatureQuery.of(transaction, List.of(BOB)));

      assertThat(ear.heard.take()).isInstanceOf(Message.class);
      assertThat(answers).isNotDone();
    }
  }

  @Test
  void undeliveredQueryCountsAsMissing() throws Exception {
    SignatureAnswers answers =
        gather(
            peer -> {
              Message query = peer.receive();
              peer.send(
                  reply(query, Command.REQUEST_SIGNATURE.number())
                      .put(KeyType.RESULT, false)
                      .put(KeyType.REASON, Reasons.CANNOT_FIND_USER)
                      .build());
              peer.receive();
            },
            List.of(BOB));

    assertThat(answers.answers()).isEmpty();
    assertThat(answers.missing()).containsExactly(BOB);
  }

  @Test
  void whatHasComeWhenTheTimeIsOverIsTheAnswer() throws Exception {
    SignatureAnswers answers =
        gather(
            peer -> {
              Message query = peer.receive();
              peer.send(signed(query, BOB, transaction.sign(BOBS_KEY)).build());
              peer.receive();
            },
            SignatureQuery.of(transaction, List.of(CAROL, BOB, BOB)),
            Duration.ofMillis(500));

    assertThat(answers.signed()).extracting(SignatureAnswer.Signed::signer).containsExactly(BOB);
    assertThat(answers.missing()).containsExactly(CAROL);
  }

  @Test
  void errorOfTheNodeEndsTheQuery() {
    assertThatExceptionOfType(ErrorReplyException.class)
        .isThrownBy(
            () ->
                gather(
                    peer -> {
                      peer.send(
                          reply(peer.receive())
                              .put(KeyType.STATUS, StatusCode.EINVALID_COMMAND.code())
                              .put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN)
                              .build());
                      peer.receive();
                    },
                    List.of(BOB)))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reasons.NO_SUCH_DOMAIN));
  }

  @Test
  void queryForOneselfAloneIsRefusedForNobodyWouldAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gather(peer -> peer.receive(), List.of(USER)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignatureQuery.of(transaction, List.of()));
  }

  @Test
  void requestForASignatureIsAnsweredUnderItsQueryId() throws Exception {
    AssetId asset = transaction.relations().get(0).asset().assetId();
    Transaction referred = transaction("earlier");
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          peer.send(
              toUser(Command.REQUEST_SIGNATURE)
                  .put(KeyType.QUERY_ID, new byte[] {5, 6})
                  .put(KeyType.TRANSACTION_DATA, transaction.serialize())
                  .put(KeyType.TRANSACTIONS, Map.of(referred.transactionId(), referred.serialize()))
                  .put(KeyType.ALL_ASSET_FILES, Map.of(asset, new byte[] {7}))
                  .build());
          received.add(peer.receive());
          received.add(peer.receive());
        };
    Ear ear = new Ear();
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config(), ear)) {
      client.actAs(DOMAIN, USER);
      SignatureRequest request = (SignatureRequest) ear.heard.take();
      assertThat(request.requester()).isEqualTo(BOB);
      assertThat(request.transaction().transactionId()).isEqualTo(transaction.transactionId());
      assertThat(request.referred()).containsOnlyKeys(referred.transactionId());
      assertThat(request.assetFiles()).containsOnlyKeys(asset);
      Signature signature = request.transaction().sign(CAROLS_KEY);
      client.messaging().sign(request, signature);
      client.messaging().deny(request, "changed my mind");

      Message signed = received.take();
      assertThat(signed.commandNumber()).hasValue(Command.RESPONSE_SIGNATURE.number());
      assertThat(signed.bytes(KeyType.QUERY_ID)).containsExactly(5, 6);
      assertThat(signed.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(DOMAIN);
      assertThat(signed.id(KeyType.DESTINATION_USER_ID, UserId::of)).isEqualTo(BOB);
      assertThat(signed.integer(KeyType.REF_INDEX)).isEqualTo(-1);
      assertThat(Signature.unpack(signed.bytes(KeyType.SIGNATURE))).isEqualTo(signature);
      Message denied = received.take();
      assertThat(denied.integer(KeyType.STATUS)).isEqualTo(StatusCode.EOTHER.code());
      assertThat(denied.text(KeyType.REASON)).isEqualTo("changed my mind");
      assertThat(denied.has(KeyType.SIGNATURE)).isFalse();
    }
  }

  @Test
  void fullStockGivesUpTheOldestCrossReference() {
    CrossRefStock stock = new CrossRefStock();
    for (int i = 0; i <= CrossRefStock.CAPACITY; i++) {
      stock.add(new CrossRef(DOMAIN, TransactionId.of(new byte[] {(byte) i})));
    }

    assertThat(stock.take()).contains(new CrossRef(DOMAIN, TransactionId.of(new byte[] {1})));
  }
}
