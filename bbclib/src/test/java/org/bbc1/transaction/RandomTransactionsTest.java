package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.codec.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generator promises to the tests that rely on it. */
class RandomTransactionsTest {

  private static final TransactionValidator VALIDATOR =
      new TransactionValidator(SignatureEngines.fastest());

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void everyTransactionIsReadAndItsSignaturesAndFilesAreRight(WireFormat format) {
    RandomTransactions make = RandomTransactions.signed(11);
    for (int i = 0; i < 100; i++) {
      RandomTransactions.WithFiles made = make.nextWithFiles(format);
      Transaction read = Transaction.read(made.transaction().serialize());
      assertThat(read).isEqualTo(made.transaction());
      assertThat(read.wireFormat()).isEqualTo(format);
      ValidationResult result = VALIDATOR.validate(read, made.files());
      assertThat(result.valid()).isTrue();
      assertThat(result.invalidAssets()).isEmpty();
      assertThat(AssetIdCheck.check(read))
          .extracting(AssetIdCheck.Finding::outcome)
          .doesNotContain(AssetIdCheck.Outcome.MISMATCH);
    }
  }

  @Test
  void oneSeedGivesOneSequence() {
    RandomTransactions first = RandomTransactions.withFalseSignatures(5);
    RandomTransactions second = RandomTransactions.withFalseSignatures(5);
    for (int i = 0; i < 50; i++) {
      assertThat(first.next().serialize()).isEqualTo(second.next().serialize());
    }
  }

  @Test
  void otherSeedsGiveOthers() {
    assertThat(RandomTransactions.withFalseSignatures(1).next(WireFormat.PLAIN))
        .isNotEqualTo(RandomTransactions.withFalseSignatures(2).next(WireFormat.PLAIN));
  }

  @Test
  void everyShapeOccurs() {
    RandomTransactions make = RandomTransactions.withFalseSignatures(3);
    List<Transaction> made =
        new ArrayList<>(IntStream.range(0, 400).mapToObj(i -> make.next()).toList());
    assertThat(made).extracting(Transaction::version).contains(0, 1, 2);
    assertThat(made).extracting(Transaction::wireFormat).contains(WireFormat.values());
    assertThat(made).extracting(Transaction::formatType).contains(FormatType.values());
    assertThat(made).extracting(Transaction::dialect).contains(Dialect.values());
    assertAny(made, transaction -> transaction.transactionId().length() < 32);
    assertAny(made, transaction -> transaction.witness() != null);
    assertAny(made, transaction -> transaction.crossRef() != null);
    assertAny(made, transaction -> transaction.references().size() > 1);
    assertAny(made, transaction -> transaction.events().size() > 1);
    List<Relation> relations = made.stream().flatMap(tx -> tx.relations().stream()).toList();
    assertAny(relations, relation -> relation.assetRaw() != null);
    assertAny(relations, relation -> relation.assetHash() != null);
    assertAny(relations, relation -> relation.pointers().size() > 1);
    List<Asset> assets =
        made.stream().flatMap(tx -> tx.events().stream()).map(Event::asset).toList();
    assertAny(assets, asset -> asset.body().isMap());
    assertAny(assets, asset -> asset.body().size() == 0);
    assertAny(assets, asset -> asset.fileSize() > 0);
    List<Signature> slots = made.stream().flatMap(tx -> tx.signatures().stream()).toList();
    assertAny(slots, Signature::isEmpty);
    assertAny(slots, slot -> !slot.isEmpty() && !slot.hasPublicKey());
    for (Curve curve : Curve.values()) {
      assertAny(slots, slot -> slot.curve() == curve && hasKeyOf(slot, 33));
      assertAny(slots, slot -> slot.curve() == curve && hasKeyOf(slot, 65));
    }
  }

  private static boolean hasKeyOf(Signature slot, int length) {
    return slot.hasPublicKey() && slot.publicKey().length == length;
  }

  private static <T> void assertAny(List<T> values, Predicate<T> property) {
    assertThat(values).anyMatch(property);
  }
}
