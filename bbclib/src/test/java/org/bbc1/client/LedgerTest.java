package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bbc1.client.ClientFixtures.DOMAIN;
import static org.bbc1.client.ClientFixtures.GROUP;
import static org.bbc1.client.ClientFixtures.UNKNOWN;
import static org.bbc1.client.ClientFixtures.USER;
import static org.bbc1.client.ClientFixtures.answering;
import static org.bbc1.client.ClientFixtures.filled;
import static org.bbc1.client.ScriptedNode.reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.ledgersubsystem.MerklePath;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.transaction.CrossRef;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LedgerTest {

  private static final String DIGEST = "0a".repeat(32);
  private static final DomainId OTHER_DOMAIN = DomainId.of(filled(32, 21));

  /** A transaction elsewhere that names the unknown one. */
  private static Transaction witness() {
    return Transaction.builder()
        .crossRef(DOMAIN, UNKNOWN)
        .witness(USER)
        .sign(USER, KeyPair.generate(Curve.P256))
        .build();
  }

  /** The answer of a node of the reference: neither query id nor status. */
  private static Message evidence(Transaction witness, TransactionId about) {
    return Message.of(Command.RESPONSE_CROSS_REF_VERIFY)
        .put(KeyType.DOMAIN_ID, DOMAIN)
        .put(KeyType.TRANSACTION_ID, about)
        .put(
            KeyType.CROSS_REF_VERIFICATION_INFO,
            List.of(
                witness.baseDigest(),
                witness.crossRef().pack(),
                witness.signatures().get(0).pack()))
        .build();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value map(Object... namesAndValues) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      entries.put(Value.Bytes.ofText((String) namesAndValues[i]), (Value) namesAndValues[i + 1]);
    }
    return new Value.MapValue(entries);
  }

  private static AnchorProof verify(Value answer) throws Exception {
    ScriptedNode.Script script =
        answering(request -> reply(request).put(KeyType.MERKLE_TREE, answer));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      return client.ledger().verifyInLedgerSubsystem(UNKNOWN);
    }
  }

  @Test
  void evidenceWithoutQueryIdIsFoundByItsTransaction() throws Exception {
    Transaction witness = witness();
    ScriptedNode.Script script =
        peer -> {
          assertThat(peer.receive().id(KeyType.TRANSACTION_ID, TransactionId::of))
              .isEqualTo(UNKNOWN);
          peer.send(evidence(witness, TransactionId.of(filled(32, 77))));
          peer.send(evidence(witness, UNKNOWN));
          peer.receive();
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, USER);

      CrossRefEvidence evidence = client.ledger().crossRefEvidence(UNKNOWN);

      assertThat(evidence.transactionId()).isEqualTo(UNKNOWN);
      assertThat(CrossRef.unpack(evidence.crossRef())).isEqualTo(new CrossRef(DOMAIN, UNKNOWN));
      assertThat(evidence.proves(DOMAIN, SignatureEngines.fastest())).isTrue();
      assertThat(evidence.proves(OTHER_DOMAIN, SignatureEngines.fastest())).isFalse();
    }
  }

  @Test
  void nodeThatCannotHelpSaysSoUnderTheQueryId() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(KeyType.STATUS, StatusCode.ENOTRANSACTION.code())
                    .put(KeyType.REASON, "nobody knows"));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ErrorReplyException.class)
          .isThrownBy(() -> client.ledger().crossRefEvidence(UNKNOWN))
          .satisfies(
              failure -> assertThat(failure.statusCode()).isEqualTo(StatusCode.ENOTRANSACTION));
    }
  }

  @Test
  void evidenceOfTooFewPartsIsUnreadable() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(KeyType.TRANSACTION_ID, UNKNOWN)
                    .put(KeyType.CROSS_REF_VERIFICATION_INFO, List.of(new byte[32])));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ReplyFormatException.class)
          .isThrownBy(() -> client.ledger().crossRefEvidence(UNKNOWN));
    }
  }

  @Test
  void crossReferencedTransactionsAreListedOncePerRecord() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(
                        KeyType.TRANSACTION_ID_LIST,
                        List.of(UNKNOWN.toByteArray(), UNKNOWN.toByteArray())));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThat(client.ledger().crossReferenced()).containsExactly(UNKNOWN, UNKNOWN);
    }
  }

  @Test
  void repairsAreAskedForWithoutQueryId() throws Exception {
    AssetId asset = AssetId.of(filled(32, 8));
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    ScriptedNode.Script script =
        peer -> {
          received.add(peer.receive());
          received.add(peer.receive());
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      client.actAs(DOMAIN, UserId.of(filled(32, 2)));
      client.ledger().repairTransaction(UNKNOWN);
      client.ledger().repairAssetFile(GROUP, asset);

      Message transaction = received.take();
      assertThat(transaction.commandNumber()).hasValue(Command.REQUEST_REPAIR.number());
      assertThat(transaction.id(KeyType.TRANSACTION_ID, TransactionId::of)).isEqualTo(UNKNOWN);
      assertThat(transaction.has(KeyType.QUERY_ID)).isFalse();
      Message file = received.take();
      assertThat(file.has(KeyType.TRANSACTION_ID)).isFalse();
      assertThat(file.id(KeyType.ASSET_ID, AssetId::of)).isEqualTo(asset);
      assertThat(file.bytes(KeyType.ASSET_GROUP_ID)).isEqualTo(GROUP.toByteArray());
    }
  }

  @Test
  void registeringWithoutLedgerSubsystemIsRefused() throws Exception {
    ScriptedNode.Script script =
        answering(
            request ->
                reply(request)
                    .put(KeyType.STATUS, StatusCode.ENOSUBSYSTEM.code())
                    .put(KeyType.REASON, Reasons.LEDGER_SUBSYSTEM_NOT_ACTIVATED));
    try (ScriptedNode node = new ScriptedNode(script);
        BbcClient client = BbcClient.connect(node.config())) {
      assertThatExceptionOfType(ErrorReplyException.class)
          .isThrownBy(() -> client.ledger().registerInLedgerSubsystem(UNKNOWN))
          .withMessageContaining(Reasons.LEDGER_SUBSYSTEM_NOT_ACTIVATED);
    }
  }

  @Test
  void anchoredTransactionComesWithItsPath() throws Exception {
    AnchorProof proof =
        verify(
            map(
                "result",
                new Value.Bool(true),
                "state",
                text("anchored"),
                "spec",
                map("subsystem", Value.Bytes.ofText("ethereum"), "block", new Value.Int(9)),
                "subtree",
                new Value.ListValue(
                    List.of(
                        map("position", text("left"), "digest", text(DIGEST)),
                        map("position", text("right"), "digest", text(DIGEST))))));

    assertThat(proof.isAnchored()).isTrue();
    assertThat(proof.state()).isEqualTo("anchored");
    assertThat(proof.answer().byName()).containsKey("spec");
    assertThat(proof.evidence().orElseThrow().path().steps())
        .extracting(MerklePath.Step::siblingIsLeft)
        .containsExactly(true, false);
  }

  @Test
  void answersOfTheReferenceWithoutAnchorAreUnderstood() throws Exception {
    for (Value answer : List.of(map(), map("result", new Value.Bool(false)))) {
      AnchorProof proof = verify(answer);

      assertThat(proof.isAnchored()).isFalse();
      assertThat(proof.state()).isEmpty();
    }
  }

  @Test
  void pathThatIsNotHexadecimalIsUnreadable() {
    Value step = map("position", text("left"), "digest", text("xyz"));
    Value answer =
        map("result", new Value.Bool(true), "subtree", new Value.ListValue(List.of(step)));

    assertThatExceptionOfType(ReplyFormatException.class).isThrownBy(() -> verify(answer));
    assertThatExceptionOfType(ReplyFormatException.class).isThrownBy(() -> verify(text("no map")));
  }
}
