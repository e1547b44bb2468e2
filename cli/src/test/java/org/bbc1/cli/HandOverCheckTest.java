package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ScriptedNode;
import org.bbc1.client.SignatureRequest;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.RelationBuilder;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a receiver does not sign, whoever asks for it. */
@Timeout(60)
class HandOverCheckTest {

  private static final byte[] CONTENT = "the content".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "the contents".getBytes(StandardCharsets.UTF_8);
  private static final UserId ALICE = LedgerOptions.userId("alice");
  private static final UserId BOB = LedgerOptions.userId("bob");
  private static final UserId MALLORY = LedgerOptions.userId("mallory");

  private final LedgerInMemory node = new LedgerInMemory();
  private final KeyPair aliceKeys = KeyPair.generate(Curve.P256);
  private final KeyPair malloryKeys = KeyPair.generate(Curve.P256);
  private ScriptedNode server;
  private BbcClient client;
  private FileLedger ledger;
  private RecordedFile former;

  @BeforeEach
  void aliceHasRecordedAFile() throws Exception {
    server = new ScriptedNode(node);
    node.domains.add(SessionOptions.DEFAULT_DOMAIN);
    client = BbcClient.connect(server.config());
    client.register(SessionOptions.DEFAULT_DOMAIN, BOB);
    ledger = new FileLedger(client, LedgerOptions.DEFAULT_GROUP);
    former =
        ledger.put(
            ledger.prepare(ALICE, "alice", aliceKeys, "contract.txt", CONTENT, null), CONTENT);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private Transaction proposal() {
    return HandOver.propose(
        former,
        CONTENT,
        LedgerOptions.DEFAULT_GROUP,
        new HandOver.Parties(ALICE, BOB, "bob"),
        aliceKeys);
  }

  private static RelationBuilder record(TransactionBuilder builder, UserId owner, byte[] content) {
    return builder
        .addRelation()
        .assetGroup(LedgerOptions.DEFAULT_GROUP)
        .asset(
            Asset.builder(owner)
                .body(RecordedFile.body("contract.txt", "bob"))
                .file(content)
                .build());
  }

  private TransactionBuilder honest() {
    TransactionBuilder builder = Transaction.builder();
    record(builder, BOB, CONTENT)
        .pointer(former.transaction().transactionId(), former.asset().assetId());
    return builder.witness(ALICE, BOB);
  }

  private static Map<AssetId, byte[]> files(Transaction transaction, byte[] content) {
    return transaction.assetEntries().isEmpty()
        ? Map.of()
        : Map.of(transaction.assetEntries().get(0).assetId(), content);
  }

  private static SignatureRequest request(
      UserId requester, Transaction transaction, Map<AssetId, byte[]> files) {
    return new SignatureRequest(
        SessionOptions.DEFAULT_DOMAIN, requester, null, transaction, Map.of(), files, null);
  }

  private void isRefused(SignatureRequest request, String reason) {
    assertThatThrownBy(() -> new HandOverCheck(ledger, BOB).check(request))
        .isInstanceOf(HandOverCheck.Refusal.class)
        .hasMessageContaining(reason);
  }

  private void isRefused(Transaction transaction, String reason) {
    isRefused(request(ALICE, transaction, files(transaction, CONTENT)), reason);
  }

  @Test
  void honestOfferIsAccepted() throws Exception {
    Transaction transaction = proposal();

    HandOverCheck.Offer offer =
        new HandOverCheck(ledger, BOB)
            .check(request(ALICE, transaction, files(transaction, CONTENT)));

    assertThat(offer.file().transaction()).isEqualTo(transaction);
    assertThat(offer.former().transaction()).isEqualTo(former.transaction());
  }

  @Test
  void requestInTheNameOfSomebodyElseIsRefused() {
    Transaction transaction = proposal();

    isRefused(request(MALLORY, transaction, files(transaction, CONTENT)), "witnesses");
  }

  @Test
  void contentThatIsMissingOrAnotherIsRefused() {
    Transaction transaction = proposal();

    isRefused(request(ALICE, transaction, Map.of()), "content of the file is missing");
    isRefused(request(ALICE, transaction, files(transaction, OTHER)), "does not have its digest");
  }

  @Test
  void anotherFileThanTheFormerOneIsRefused() {
    TransactionBuilder builder = Transaction.builder();
    record(builder, BOB, OTHER)
        .pointer(former.transaction().transactionId(), former.asset().assetId());
    Transaction transaction = builder.witness(ALICE, BOB).sign(ALICE, aliceKeys).build();

    isRefused(request(ALICE, transaction, files(transaction, OTHER)), "not the one");
  }

  @Test
  void fileOfSomebodyElseIsRefused() {
    TransactionBuilder builder = Transaction.builder();
    record(builder, BOB, CONTENT)
        .pointer(former.transaction().transactionId(), former.asset().assetId());
    Transaction transaction = builder.witness(MALLORY, BOB).sign(MALLORY, malloryKeys).build();

    isRefused(
        request(MALLORY, transaction, files(transaction, CONTENT)),
        "former record is not the sender's");
  }

  @Test
  void fileThatWouldStayTheSendersIsRefused() {
    TransactionBuilder builder = Transaction.builder();
    record(builder, ALICE, CONTENT)
        .pointer(former.transaction().transactionId(), former.asset().assetId());

    isRefused(builder.witness(ALICE, BOB).sign(ALICE, aliceKeys).build(), "would not be mine");
  }

  @Test
  void missingAndForeignSignaturesOfTheSenderAreRefused() {
    isRefused(honest().build(), "has not signed");
    isRefused(honest().sign(ALICE, malloryKeys).build(), "another key");
  }

  @Test
  void whateverElseTheTransactionDoesIsRefused() {
    TransactionBuilder twoFiles = honest();
    record(twoFiles, MALLORY, CONTENT);
    isRefused(twoFiles.sign(ALICE, aliceKeys).build(), "more than handing over");

    TransactionBuilder threeWitnesses = honest().witness(MALLORY);
    isRefused(threeWitnesses.sign(ALICE, aliceKeys).build(), "witnesses");

    isRefused(
        Transaction.builder().witness(ALICE, BOB).sign(ALICE, aliceKeys).build(),
        "does not record a file");
  }

  @Test
  void fileWithoutHistoryIsRefused() {
    TransactionBuilder noPointer = Transaction.builder();
    record(noPointer, BOB, CONTENT);
    isRefused(noPointer.witness(ALICE, BOB).sign(ALICE, aliceKeys).build(), "does not point");

    RecordedFile unknown = new RecordedFile("contract.txt", "alice", former.asset(), proposal());
    TransactionBuilder dangling = Transaction.builder();
    record(dangling, BOB, CONTENT)
        .pointer(unknown.transaction().transactionId(), former.asset().assetId());
    isRefused(dangling.witness(ALICE, BOB).sign(ALICE, aliceKeys).build(), "not in the ledger");
  }

  @Test
  void fileThatWasGivenAwayIsRefusedThoughOthersMayPointToIt() throws Exception {
    TransactionBuilder claim = Transaction.builder();
    record(claim, MALLORY, CONTENT)
        .pointer(former.transaction().transactionId(), former.asset().assetId());
    ledger.put(claim.witness(MALLORY).sign(MALLORY, malloryKeys).build(), CONTENT);
    Transaction transaction = proposal();
    SignatureRequest request = request(ALICE, transaction, files(transaction, CONTENT));
    assertThat(new HandOverCheck(ledger, BOB).check(request).file().owner()).isEqualTo("bob");

    ledger.put(ledger.prepare(ALICE, "alice", aliceKeys, "contract.txt", CONTENT, former), CONTENT);

    isRefused(request, "handed over or changed before");
  }
}
