package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bbc1.id.Id;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.IdLengths.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lengths of ids that are configured for the whole process. */
class IdLengthsTest {

  private final TestTransactions make = new TestTransactions(12);

  @AfterEach
  void restore() {
    IdLengths.configure(IdLengths.FULL);
  }

  @Test
  void everyKindHas32BytesAtFirst() {
    assertThat(IdLengths.configured()).isEqualTo(new IdLengths(32, 32, 32, 32, 32));
  }

  @Test
  void kindsThatAreNotNamedStay() {
    IdLengths.configure(Map.of(Kind.TRANSACTION_ID, 24, Kind.NONCE, 6));
    IdLengths.configure(Map.of(Kind.USER_ID, 7, Kind.ASSET_GROUP_ID, 8, Kind.ASSET_ID, 9));

    assertThat(IdLengths.configured()).isEqualTo(new IdLengths(24, 7, 8, 9, 6));
  }

  @Test
  void oneLengthCanBeSetForAll() {
    IdLengths.configureAll(5);

    assertThat(IdLengths.configured()).isEqualTo(new IdLengths(5, 5, 5, 5, 5));
  }

  @Test
  void aCrossReferenceIsCutToTheLengthOfTheProcessButInLegacyFormats() {
    IdLengths.configure(Map.of(Kind.TRANSACTION_ID, 12));
    TransactionId named = make.transactionId();
    TransactionBuilder current = Transaction.builder().idLengths(IdLengths.FULL);
    TransactionBuilder legacy = TransactionBuilder.legacy(FormatType.BSON, 8);

    assertThat(current.crossRef(make.domain(), named).build().crossRef().transactionId())
        .isEqualTo(named.truncate(12));
    assertThat(legacy.crossRef(make.domain(), named).build().crossRef().transactionId())
        .isEqualTo(named);
  }

  @Test
  void lengthsOutOfBoundsChangeNothing() {
    IdLengths.configureAll(10);
    List<Runnable> wrong =
        List.of(
            () -> IdLengths.configure(Map.of(Kind.USER_ID, 4, Kind.ASSET_ID, 33)),
            () -> IdLengths.configure(Map.of(Kind.TRANSACTION_ID, 0)),
            () -> IdLengths.configure(Map.of(Kind.NONCE, 65)),
            () -> IdLengths.configureAll(0),
            () -> IdLengths.configureAll(33));

    wrong.forEach(change -> assertThatIllegalArgumentException().isThrownBy(change::run));
    assertThat(IdLengths.configured()).isEqualTo(IdLengths.all(10));
  }

  @Test
  void changesOfSeveralThreadsAllHold() {
    IntStream.rangeClosed(1, 1000)
        .parallel()
        .forEach(
            i ->
                IdLengths.configure(
                    Map.of(i % 2 == 0 ? Kind.USER_ID : Kind.ASSET_ID, i < 999 ? 1 + i % 30 : 31)));
    IdLengths.configure(Map.of());

    assertThat(IdLengths.configured().transactionId()).isEqualTo(32);
    assertThat(IdLengths.configured().userId()).isLessThan(32);
    assertThat(IdLengths.configured().assetId()).isLessThan(32);
  }

  @Test
  void buildersCutToTheConfiguredLengths() {
    IdLengths.configure(new IdLengths(20, 21, 22, 23, 24));

    TransactionBuilder builder = make.builder();
    builder
        .addRelation()
        .assetGroup(make.assetGroup())
        .asset(Asset.builder(make.user()).body("b").build())
        .pointer(make.transactionId(), make.assetId());
    Transaction transaction = builder.witness(make.user()).build();

    Relation relation = transaction.relations().get(0);
    assertThat(lengths(transaction.transactionId(), relation.assetGroupId()))
        .containsExactly(20, 22);
    assertThat(lengths(relation.asset().userId(), relation.asset().assetId()))
        .containsExactly(21, 23);
    assertThat(relation.asset().nonce()).hasSize(24);
    assertThat(
            lengths(
                relation.pointers().get(0).transactionId(), relation.pointers().get(0).assetId()))
        .containsExactly(20, 23);
    assertThat(transaction.witness().entries().get(0).userId().length()).isEqualTo(21);
    assertThat(Transaction.read(transaction.serialize())).isEqualTo(transaction);
  }

  private static List<Integer> lengths(Id... ids) {
    return List.of(ids).stream().map(Id::length).toList();
  }

  @Test
  void partsOutsideOfTransactionsHaveTheConfiguredLengths() {
    IdLengths.configureAll(11);

    Relation relation =
        TransactionUtils.makeRelationWithAsset(
                make.assetGroup(), make.user(), AssetBody.of("b"), null)
            .build();
    Event event =
        Event.builder()
            .assetGroup(make.assetGroup())
            .mandatoryApprover(make.user())
            .asset(Asset.builder(make.user()).build())
            .build();

    assertThat(
            lengths(relation.assetGroupId(), relation.asset().userId(), relation.asset().assetId()))
        .containsExactly(11, 11, 11);
    assertThat(lengths(event.assetGroupId(), event.mandatoryApprovers().get(0)))
        .containsExactly(11, 11);
  }

  @Test
  void aBuilderKeepsTheLengthsWithWhichItWasMade() {
    TransactionBuilder before = make.builder();
    IdLengths.configureAll(8);
    TransactionBuilder given = make.builder().idLengths(IdLengths.FULL);

    assertThat(before.idLengths()).isEqualTo(IdLengths.FULL);
    assertThat(given.idLengths()).isEqualTo(IdLengths.FULL);
    assertThat(make.builder().idLengths()).isEqualTo(IdLengths.all(8));
  }

  @Test
  void version0IsReadAndWrittenWithTheConfiguredLength() {
    byte[] wire = make.builder().version(0).build().serialize();
    Transaction full = Transaction.read(wire);
    IdLengths.configureAll(16);

    Transaction read = Transaction.read(wire);
    Transaction built = make.builder().version(0).timestamp(full.timestamp()).build();

    assertThat(read.transactionId()).isEqualTo(full.transactionId().truncate(16));
    assertThat(read.serialize()).isEqualTo(wire);
    assertThat(built.transactionId()).isEqualTo(read.transactionId());
    assertThat(full.transactionId().length()).isEqualTo(32);
    assertThatThrownBy(() -> make.builder().version(0).idLengths(IdLengths.FULL).build())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
