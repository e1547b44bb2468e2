package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.node.stats.Counter;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.WireFormat;
import org.junit.jupiter.api.Test;

/** INSERT (client-protocol 11.1). */
class InsertTest extends NodeTestBase {

  private static final byte[] FILE = Samples.bytes("content of the file");

  private static AssetId assetOf(Transaction transaction) {
    return transaction.assetEntries().get(0).assetId();
  }

  private static Message insert(Transaction transaction, Map<AssetId, byte[]> files) {
    return Requests.insert(transaction).toBuilder().put(KeyType.ALL_ASSET_FILES, files).build();
  }

  private long count() {
    return node.ask(Requests.of(Command.REQUEST_COUNT_TRANSACTIONS).build()).integer(KeyType.COUNT);
  }

  private void assertBadFormat(byte[] wire) {
    Message reply = node.ask(Requests.insert(wire));
    Replies.assertFailure(reply, -1, "Bad transaction format");
    Replies.assertRouted(reply);
    assertThat(reply.has(KeyType.TRANSACTION_ID)).isFalse();
  }

  @Test
  void storesTransactionAndFile() throws Exception {
    Transaction transaction = Samples.withFile("one", FILE);

    Message reply = node.ask(insert(transaction, Map.of(assetOf(transaction), FILE)));

    Replies.assertSuccess(reply);
    Replies.assertRouted(reply);
    assertThat(Replies.fieldsOf(reply))
        .containsExactly(
            KeyType.DOMAIN_ID,
            KeyType.COMMAND,
            KeyType.DESTINATION_USER_ID,
            KeyType.QUERY_ID,
            KeyType.STATUS,
            KeyType.TRANSACTION_ID,
            KeyType.INFRA_MSG_TYPE);
    assertThat(reply.id(KeyType.TRANSACTION_ID, TransactionId::of))
        .isEqualTo(transaction.transactionId());
    assertThat(
            Files.readAllBytes(
                folder
                    .resolve(Requests.DOMAIN.toHex())
                    .resolve(Samples.GROUP.toHex())
                    .resolve(assetOf(transaction).toHex())))
        .isEqualTo(FILE);
    assertThat(node.services().statistics().get(Counter.DATA_HANDLER_STORE_IN_STORAGE))
        .isEqualTo(1);
  }

  @Test
  void fileMayBeMissingAndStrayFilesAreIgnored() {
    Replies.assertSuccess(node.ask(Requests.insert(Samples.withFile("without", FILE))));
    Replies.assertSuccess(
        node.ask(insert(Samples.note("stray"), Map.of(AssetId.fromHex("11".repeat(32)), FILE))));
  }

  @Test
  void senderNeedNotBeRegisteredNorNamed() {
    Message request =
        Requests.insert(Samples.note("x")).toBuilder().putNil(KeyType.SOURCE_USER_ID).build();

    Replies.assertSuccess(node.ask(request));
  }

  @Test
  void secondInsertIsRefusedAndThereIsOneRow() {
    Transaction transaction = Samples.note("twice");
    node.ask(Requests.insert(transaction));

    Message reply = node.ask(Requests.insert(transaction));
    Message zipped = node.ask(Requests.insert(transaction.serialize(WireFormat.ZLIB)));

    Replies.assertFailure(reply, -1, "Failed to insert a transaction into the ledger");
    Replies.assertRouted(reply);
    Replies.assertFailure(zipped, -1, "Failed to insert a transaction into the ledger");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void domainMustBeSetUp() {
    for (DomainId domain : Arrays.asList(null, DomainId.fromHex("99".repeat(32)))) {
      Message request =
          Requests.insert(Samples.note("x")).toBuilder()
              .putOrNil(KeyType.DOMAIN_ID, domain)
              .build();
      Replies.assertFailure(node.ask(request), -1, "Set up the domain, first!");
    }
    assertThat(node.services().statistics().get(Counter.TRANSACTION_INSERT_FAIL_COUNT))
        .isEqualTo(2);
  }

  @Test
  void domainOfDomainsTakesNothing() {
    node.ask(Requests.setUp(DomainId.GLOBAL_0));
    Message request =
        Requests.insert(Samples.note("x")).toBuilder()
            .put(KeyType.DOMAIN_ID, DomainId.GLOBAL_0)
            .build();

    Replies.assertFailure(node.ask(request), -1, "Insert is not allowed in domain_global_0");
  }

  @Test
  void garbageTruncatedAndOverlongTransactionsAreRefused() {
    byte[] good = Samples.note("good").serialize();
    byte[] zipped = Samples.note("good").serialize(WireFormat.ZLIB);

    assertBadFormat(new byte[0]);
    assertBadFormat(new byte[] {0, 0});
    assertBadFormat(Samples.bytes("\0\0garbage"));
    assertBadFormat(new byte[] {0, 0x55, 1, 2, 3});
    assertBadFormat(Arrays.copyOf(good, good.length + 1));
    assertBadFormat(Arrays.copyOf(zipped, zipped.length - 3));
    for (int length = 0; length < good.length; length += 7) {
      assertBadFormat(Arrays.copyOf(good, length));
    }
    assertThat(count()).isZero();
    Replies.assertSuccess(node.ask(Requests.insert(good)));
  }

  @Test
  void wrongSignatureIsRefused() {
    byte[] forged = Samples.note("forged").serialize();
    forged[forged.length - 1] ^= 1;

    assertBadFormat(forged);

    assertThat(node.services().statistics().get(Counter.TRANSACTION_INVALID)).isEqualTo(1);
    assertThat(count()).isZero();
  }

  @Test
  void fileThatDoesNotMatchIsRefused() {
    Transaction transaction = Samples.withFile("file", FILE);

    Message reply =
        node.ask(insert(transaction, Map.of(assetOf(transaction), Samples.bytes("changed"))));

    Replies.assertFailure(reply, -1, "Bad transaction format");
    assertThat(node.services().statistics().get(Counter.ASSET_FILE_INVALID)).isEqualTo(1);
    assertThat(count()).isZero();
    assertThat(folder.resolve(Requests.DOMAIN.toHex()).resolve(Samples.GROUP.toHex()))
        .doesNotExist();
  }

  @Test
  void missingOrIllTypedFieldsAreMalformed() {
    Message good = Requests.insert(Samples.note("x"));
    Value text = new Value.Text("no map");
    Value oddKey = new Value.MapValue(Map.of(new Value.Int(5), new Value.Bytes(FILE)));
    Value emptyKey =
        new Value.MapValue(Map.of(new Value.Bytes(new byte[0]), new Value.Bytes(FILE)));
    Value longKey =
        new Value.MapValue(Map.of(new Value.Bytes(new byte[33]), new Value.Bytes(FILE)));
    Map<Value, Value> oddEntry = new LinkedHashMap<>();
    oddEntry.put(new Value.Bytes(new byte[32]), new Value.ListValue(List.of()));

    for (Message.Builder request :
        List.of(
            good.toBuilder().remove(KeyType.TRANSACTION_DATA),
            good.toBuilder().remove(KeyType.ALL_ASSET_FILES),
            good.toBuilder().putNil(KeyType.TRANSACTION_DATA),
            good.toBuilder().put(KeyType.TRANSACTION_DATA, 5),
            good.toBuilder().put(KeyType.ALL_ASSET_FILES, text),
            good.toBuilder().put(KeyType.ALL_ASSET_FILES, oddKey),
            good.toBuilder().put(KeyType.ALL_ASSET_FILES, emptyKey),
            good.toBuilder().put(KeyType.ALL_ASSET_FILES, longKey),
            good.toBuilder().put(KeyType.ALL_ASSET_FILES, new Value.MapValue(oddEntry)))) {
      Replies.assertLacksParameters(node.ask(request.build()));
    }
    assertThat(count()).isZero();
  }

  @Test
  void listenersHearOfCommittedTransactionsOnlyAndCannotSpoilTheAnswer() {
    node.close();
    List<TransactionId> heard = new CopyOnWriteArrayList<>();
    node =
        TestNode.in(folder)
            .listener(
                (domain, transaction) -> {
                  throw new IllegalStateException("listener of the test");
                })
            .listener((domain, transaction) -> heard.add(transaction.transactionId()))
            .start();
    Transaction transaction = Samples.note("heard");

    Replies.assertSuccess(node.ask(Requests.insert(transaction)));
    node.ask(Requests.insert(transaction));
    node.ask(Requests.insert(new byte[5]));

    assertThat(heard).containsExactly(transaction.transactionId());
  }

  @Test
  void databaseTroubleIsAnErrorAndReadinessComesBackWithIt() {
    node.ledger().breakDatabase();

    Message refused = node.ask(Requests.insert(Samples.note("lost")));
    Message search = node.ask(Requests.of(Command.REQUEST_COUNT_TRANSACTIONS).build());

    Replies.assertFailure(refused, -1, "Failed to insert a transaction into the ledger");
    Replies.assertFailure(search, -255, "Internal error");
    assertThat(node.services().health().ready()).isFalse();

    node.ledger().repairDatabase();
    assertThat(node.services().health().ready()).isTrue();
    Replies.assertSuccess(node.ask(Requests.insert(Samples.note("lost"))));
  }
}
