package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.FormatType;
import org.bbc1.transaction.RelationBuilder;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.bbc1.transaction.codec.Dialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Transactions of the legacy formats go in and come back in their own bytes (client-protocol 11).
 */
class LegacyTransactionsTest extends NodeTestBase {

  private static final byte[] FILE = Samples.bytes("content of the file");

  private static Transaction make(
      FormatType type, Dialect dialect, int idLength, @Nullable Transaction earlier) {
    TransactionBuilder builder = TransactionBuilder.legacy(type, idLength, dialect);
    Asset asset = builder.asset(Samples.OWNER).body("body").file(FILE).build();
    RelationBuilder relation = builder.addRelation().assetGroup(Samples.GROUP).asset(asset);
    if (earlier != null) {
      relation.pointer(earlier.transactionId(), earlier.assetEntries().get(0).assetId());
    }
    return builder.witness(Samples.OWNER).sign(Samples.OWNER, Samples.KEY).build();
  }

  private static AssetId assetOf(Transaction transaction) {
    return transaction.assetEntries().get(0).assetId();
  }

  private Message insert(Transaction transaction, byte[] file) {
    return node.ask(
        Requests.insert(transaction).toBuilder()
            .put(KeyType.ALL_ASSET_FILES, Map.of(assetOf(transaction), file))
            .build());
  }

  private Message search(Transaction transaction) {
    return node.ask(
        Requests.of(Command.REQUEST_SEARCH_TRANSACTION)
            .put(KeyType.TRANSACTION_ID, transaction.transactionId())
            .build());
  }

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void isFoundByIdWithItsFile(FormatType type) {
    for (Dialect dialect : Dialect.values()) {
      for (int idLength : new int[] {32, 20}) {
        Transaction transaction = make(type, dialect, idLength, null);

        Message inserted = insert(transaction, FILE);

        Replies.assertSuccess(inserted);
        assertThat(inserted.id(KeyType.TRANSACTION_ID, TransactionId::of))
            .isEqualTo(transaction.transactionId());
        Message found = search(transaction);
        assertThat(found.bytes(KeyType.TRANSACTION_DATA)).isEqualTo(transaction.serialize());
        assertThat(found.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of).values())
            .as("%s, ids of %d bytes", dialect, idLength)
            .containsExactly(FILE);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void isFoundByConditionsAndAlongItsPointers(FormatType type) {
    Transaction older = make(type, Dialect.RAW, 32, null);
    Transaction newer = make(type, Dialect.RAW, 32, older);
    Replies.assertSuccess(node.ask(Requests.insert(older)));
    Replies.assertSuccess(node.ask(Requests.insert(newer)));

    Message found =
        node.ask(
            Requests.of(Command.REQUEST_SEARCH_WITH_CONDITIONS)
                .put(KeyType.ASSET_GROUP_ID, Samples.GROUP)
                .put(KeyType.USER_ID, Samples.OWNER)
                .put(KeyType.DIRECTION, 0)
                .put(KeyType.COUNT, 10)
                .build());
    Message tree =
        node.ask(
            Requests.of(Command.REQUEST_TRAVERSE_TRANSACTIONS)
                .put(KeyType.TRANSACTION_ID, newer.transactionId())
                .put(KeyType.DIRECTION, 1)
                .put(KeyType.HOP_COUNT, 3)
                .build());

    assertThat(found.bytesList(KeyType.TRANSACTIONS))
        .containsExactlyInAnyOrder(older.serialize(), newer.serialize());
    assertThat(tree.bytesTree(KeyType.TRANSACTION_TREE).stream().flatMap(List::stream))
        .containsExactly(newer.serialize(), older.serialize());
  }

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void damagedOrForgedIsABadTransaction(FormatType type) {
    byte[] good = make(type, Dialect.RAW, 32, null).serialize();
    Transaction forged = forged(make(type, Dialect.RAW, 32, null));
    for (byte[] bad :
        List.of(
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1),
            Arrays.copyOf(good, 2),
            forged.serialize())) {
      Replies.assertFailure(node.ask(Requests.insert(bad)), -1, "Bad transaction format");
    }
  }

  private static Transaction forged(Transaction transaction) {
    Signature signature = transaction.signatures().get(0);
    byte[] value = signature.signature();
    value[20] ^= 1;
    return transaction.withSignatures(
        List.of(Signature.of(signature.curve(), signature.publicKey(), value)));
  }

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void aFileThatDoesNotMatchIsABadTransaction(FormatType type) {
    Message reply = insert(make(type, Dialect.RAW, 20, null), Samples.bytes("another"));

    Replies.assertFailure(reply, -1, "Bad transaction format");
  }

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void anEmptySlotIsNoFaultToTheNode(FormatType type) {
    Transaction unsigned =
        make(type, Dialect.RAW, 32, null).withSignatures(List.of(Signature.EMPTY));

    Replies.assertSuccess(node.ask(Requests.insert(unsigned)));
    assertThat(search(unsigned).bytes(KeyType.TRANSACTION_DATA)).isEqualTo(unsigned.serialize());
  }

  @Test
  void anotherCompressionIsTheSameTransaction() {
    Transaction plain = make(FormatType.BSON, Dialect.RAW, 32, null);
    Replies.assertSuccess(node.ask(Requests.insert(plain)));

    for (FormatType other : List.of(FormatType.BSON_BZ2, FormatType.BSON_ZLIB)) {
      Replies.assertFailure(
          node.ask(Requests.insert(plain.withFormatType(other))),
          -1,
          "Failed to insert a transaction into the ledger");
    }
  }
}
