package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.stats.Counter;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.WireFormat;
import org.junit.jupiter.api.Test;

/** SEARCH_TRANSACTION (client-protocol 11.2). */
class SearchTransactionTest extends NodeTestBase {

  private static final byte[] FILE = Samples.bytes("content of the file");

  private static Message search(byte[] id) {
    return Requests.of(Command.REQUEST_SEARCH_TRANSACTION).put(KeyType.TRANSACTION_ID, id).build();
  }

  private Message search(Transaction transaction) {
    return node.ask(search(transaction.transactionId().toByteArray()));
  }

  private Transaction insertWithFile() {
    Transaction transaction = Samples.withFile("file", FILE);
    node.ask(
        Requests.insert(transaction).toBuilder()
            .put(KeyType.ALL_ASSET_FILES, Map.of(transaction.assetEntries().get(0).assetId(), FILE))
            .build());
    return transaction;
  }

  private Path fileOf(Transaction transaction) {
    return folder
        .resolve(Requests.DOMAIN.toHex())
        .resolve(Samples.GROUP.toHex())
        .resolve(transaction.assetEntries().get(0).assetId().toHex());
  }

  @Test
  void givesTransactionAndFile() {
    Transaction transaction = insertWithFile();

    Message reply = search(transaction);

    Replies.assertSuccess(reply);
    Replies.assertRouted(reply);
    assertThat(reply.bytes(KeyType.TRANSACTION_DATA)).isEqualTo(transaction.serialize());
    assertThat(reply.id(KeyType.TRANSACTION_ID, TransactionId::of))
        .isEqualTo(transaction.transactionId());
    assertThat(reply.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of).values()).containsExactly(FILE);
    assertThat(node.services().statistics().get(Counter.TRANSACTION_SEARCH_COUNT)).isEqualTo(1);
  }

  @Test
  void withoutFileThereIsNoFileField() throws Exception {
    Transaction transaction = insertWithFile();
    Files.delete(fileOf(transaction));

    Message reply = search(transaction);

    Replies.assertSuccess(reply);
    assertThat(reply.has(KeyType.ALL_ASSET_FILES)).isFalse();
  }

  @Test
  void zlibFormIsGivenBackAsStored() {
    Transaction transaction = Samples.note("zipped");
    byte[] zipped = transaction.serialize(WireFormat.ZLIB);
    node.ask(Requests.insert(zipped));

    assertThat(search(transaction).bytes(KeyType.TRANSACTION_DATA)).isEqualTo(zipped);
  }

  @Test
  void changedFileIsReportedAsCompromised() throws Exception {
    Transaction transaction = insertWithFile();
    byte[] bad = Samples.bytes("changed behind the back");
    Files.write(fileOf(transaction), bad);

    Message reply = search(transaction);

    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-15);
    assertThat(reply.bytes(KeyType.TRANSACTION_DATA)).isEqualTo(transaction.serialize());
    assertThat(reply.bytesMap(KeyType.COMPROMISED_ASSET_FILES, AssetId::of).values())
        .containsExactly(bad);
    assertThat(reply.has(KeyType.ALL_ASSET_FILES)).isFalse();
    assertThat(reply.has(KeyType.COMPROMISED_TRANSACTION_IDS)).isFalse();
  }

  @Test
  void changedRowIsReportedUnchangedAsCompromised() {
    Transaction transaction = insertWithFile();
    byte[] tampered = transaction.serialize();
    tampered[tampered.length - 1] ^= 1;
    node.ledger().tamper(transaction.transactionId(), tampered);

    Message reply = search(transaction);

    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-15);
    assertThat(reply.bytes(KeyType.COMPROMISED_TRANSACTION_DATA)).isEqualTo(tampered);
    assertThat(reply.bytesList(KeyType.COMPROMISED_TRANSACTION_IDS))
        .containsExactly(transaction.transactionId().toByteArray());
    assertThat(reply.has(KeyType.TRANSACTION_DATA)).isFalse();
    assertThat(reply.has(KeyType.ALL_ASSET_FILES)).isFalse();
  }

  @Test
  void notFoundNilAndOddLengthsAreTheSame() {
    Message nil =
        Requests.of(Command.REQUEST_SEARCH_TRANSACTION).putNil(KeyType.TRANSACTION_ID).build();
    for (Message request :
        new Message[] {search(new byte[32]), search(new byte[0]), search(new byte[40]), nil}) {
      Message reply = node.ask(request);
      Replies.assertFailure(reply, -14, "Cannot find transaction");
      Replies.assertRouted(reply);
      assertThat(reply.has(KeyType.TRANSACTION_ID)).isFalse();
    }
  }

  @Test
  void missingOrIllTypedIdIsMalformed() {
    Replies.assertLacksParameters(
        node.ask(Requests.of(Command.REQUEST_SEARCH_TRANSACTION).build()));
    Replies.assertLacksParameters(
        node.ask(
            Requests.of(Command.REQUEST_SEARCH_TRANSACTION)
                .put(KeyType.TRANSACTION_ID, 5)
                .build()));
  }

  @Test
  void nilDomainIsAnsweredDirectlyAsNotFound() {
    Message reply = node.ask(search(new byte[32]).toBuilder().putNil(KeyType.DOMAIN_ID).build());

    Replies.assertFailure(reply, -14, "Cannot find transaction");
    Replies.assertDirect(reply);
  }

  @Test
  void domainOfDomainsHoldsNothing() {
    node.ask(Requests.setUp(DomainId.GLOBAL_0));

    Message reply =
        node.ask(
            search(new byte[32]).toBuilder().put(KeyType.DOMAIN_ID, DomainId.GLOBAL_0).build());

    Replies.assertFailure(reply, -14, "Cannot find transaction");
  }
}
