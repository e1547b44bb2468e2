package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.node.stats.Counter;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;

/** REPAIR (client-protocol 11.8) on a node that knows of no other. */
class RepairCommandTest extends NodeTestBase {

  private static final byte[] FILE = Samples.bytes("content of a file");

  private static Message.Builder request(DomainId domain) {
    return Requests.of(Command.REQUEST_REPAIR, domain).remove(KeyType.QUERY_ID);
  }

  private void repair(TransactionId id) {
    node.tellSilently(request(Requests.DOMAIN).put(KeyType.TRANSACTION_ID, id).build());
  }

  private void repair(AssetGroupId group, AssetId asset) {
    node.tellSilently(
        request(Requests.DOMAIN)
            .put(KeyType.ASSET_GROUP_ID, group)
            .put(KeyType.ASSET_ID, asset)
            .build());
  }

  private Transaction insertNote() {
    Transaction transaction = Samples.note("a note");
    node.ask(Requests.insert(transaction));
    return transaction;
  }

  private Transaction insertWithFile() {
    Transaction transaction = Samples.withFile("with a file", FILE);
    Message reply =
        node.ask(
            Requests.insert(transaction).toBuilder()
                .put(KeyType.ALL_ASSET_FILES, Map.of(assetOf(transaction), FILE))
                .build());
    Replies.assertSuccess(reply);
    return transaction;
  }

  private static AssetId assetOf(Transaction transaction) {
    return transaction.assetEntries().get(0).assetId();
  }

  private Path fileOf(Transaction transaction) {
    return folder
        .resolve(Requests.DOMAIN.toHex())
        .resolve(Samples.GROUP.toHex())
        .resolve(assetOf(transaction).toHex());
  }

  private long requests() {
    return node.services().statistics().get(Counter.TRANSACTION_REPAIR_REQUEST);
  }

  private long failures() {
    return node.services().statistics().get(Counter.TRANSACTION_FAIL_TO_REPAIR_IN_LOCAL);
  }

  private long logged(String condition) {
    return node.ledger().count("repair_log", condition);
  }

  @Test
  void aGoodTransactionIsLeftAlone() {
    repair(insertNote().transactionId());

    assertThat(requests()).isEqualTo(1);
    assertThat(failures()).isZero();
    assertThat(logged("true")).isZero();
  }

  @Test
  void aDamagedTransactionThatNobodyElseHasIsCountedAndLogged() {
    TransactionId id = insertNote().transactionId();
    node.ledger().tamper(id, new byte[] {0, 0, 1});

    repair(id);

    assertThat(failures()).isEqualTo(1);
    assertThat(
            logged(
                "outcome = 'failed' and repaired_at is null and asset_id is null"
                    + " and transaction_id = x'"
                    + id.toHex()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void askingAgainDoesNotMakeTheLogGrow() {
    TransactionId id = insertNote().transactionId();
    node.ledger().tamper(id, new byte[] {0, 0, 1});
    for (int time = 0; time < 3; time++) {
      repair(id);
      node.time().advance(Duration.ofSeconds(10));
    }

    assertThat(failures()).isEqualTo(3);
    assertThat(logged("true")).isEqualTo(1);
    assertThat(logged("requested_at = timestamp with time zone '2026-01-01 00:00:20Z'"))
        .isEqualTo(1);
  }

  @Test
  void aTransactionThatIsNowhereIsCountedButCannotFillTheLog() {
    repair(TransactionId.fromHex("99".repeat(32)));

    assertThat(failures()).isEqualTo(1);
    assertThat(logged("true")).isZero();
  }

  @Test
  void aGoodFileIsLeftAlone() {
    repair(Samples.GROUP, assetOf(insertWithFile()));

    assertThat(requests()).isEqualTo(1);
    assertThat(failures()).isZero();
  }

  @Test
  void aDamagedFileIsCountedAndLoggedWithItsTransaction() throws IOException {
    Transaction transaction = insertWithFile();
    Files.writeString(fileOf(transaction), "something else");

    repair(Samples.GROUP, assetOf(transaction));

    assertThat(failures()).isEqualTo(1);
    assertThat(
            logged(
                "transaction_id = x'"
                    + transaction.transactionId().toHex()
                    + "' and asset_id = x'"
                    + assetOf(transaction).toHex()
                    + "' and asset_group_id = x'"
                    + Samples.GROUP.toHex()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void aMissingFileIsDamageToo() throws IOException {
    Transaction transaction = insertWithFile();
    Files.delete(fileOf(transaction));

    repair(Samples.GROUP, assetOf(transaction));
    repair(Samples.GROUP, assetOf(transaction));

    assertThat(failures()).isEqualTo(2);
    assertThat(logged("true")).isEqualTo(1);
  }

  @Test
  void anAssetNobodyKnowsOrWithoutFileIsNoDamage() {
    repair(Samples.GROUP, AssetId.fromHex("99".repeat(32)));
    repair(Samples.GROUP, assetOf(insertNote()));

    assertThat(failures()).isZero();
    assertThat(logged("true")).isZero();
  }

  @Test
  void externalFilesAreNotLookedFor() {
    DomainId external = DomainId.fromHex("ee".repeat(32));
    node.ask(Requests.setUp(external, "{\"storage\": {\"type\": \"external\"}}"));
    Transaction transaction = Samples.withFile("elsewhere", FILE);
    node.ask(Requests.insert(transaction).toBuilder().put(KeyType.DOMAIN_ID, external).build());

    node.tellSilently(
        request(external)
            .put(KeyType.ASSET_GROUP_ID, Samples.GROUP)
            .put(KeyType.ASSET_ID, assetOf(transaction))
            .build());

    assertThat(failures()).isZero();
  }

  @Test
  void requestsBeyondTheRateAreDropped() {
    node.close();
    node = TestNode.in(folder).set("bbc1.repair.max-per-minute", "2").start();
    TransactionId nowhere = TransactionId.fromHex("99".repeat(32));
    for (int time = 0; time < 5; time++) {
      repair(nowhere);
    }
    assertThat(requests()).isEqualTo(5);
    assertThat(failures()).isEqualTo(2);

    node.time().advance(Duration.ofMinutes(1));
    repair(nowhere);

    assertThat(failures()).isEqualTo(3);
  }

  @Test
  void whatNamesNothingUsableIsDropped() {
    node.tellSilently(request(Requests.DOMAIN).build());
    node.tellSilently(request(Requests.DOMAIN).put(KeyType.ASSET_ID, new byte[32]).build());
    node.tellSilently(request(Requests.DOMAIN).put(KeyType.TRANSACTION_ID, new byte[33]).build());
    node.tellSilently(request(Requests.DOMAIN).put(KeyType.TRANSACTION_ID, 5).build());
    node.tellSilently(request(null).put(KeyType.TRANSACTION_ID, new byte[32]).build());
    node.tellSilently(
        request(DomainId.fromHex("0f".repeat(32)))
            .put(KeyType.TRANSACTION_ID, new byte[32])
            .build());

    assertThat(requests()).isZero();
  }

  @Test
  void aBrokenDatabaseIsSurvived() {
    node.ledger().breakDatabase();
    repair(TransactionId.fromHex("99".repeat(32)));
    node.ledger().repairDatabase();

    repair(insertNote().transactionId());

    assertThat(requests()).isEqualTo(2);
  }
}
