package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.JavaValues;
import org.bbc1.transaction.codec.MapBodies;
import org.junit.jupiter.api.Test;

class TransactionBuilderTest {

  private static final TransactionValidator VALIDATOR =
      new TransactionValidator(SignatureEngines.fastest());

  private final TestTransactions make = new TestTransactions(1);
  private final AssetGroupId group = make.assetGroup();
  private final UserId alice = make.user();
  private final UserId bob = make.user();
  private final UserId carol = make.user();

  private Transaction eventOf(UserId mandatory, UserId... options) {
    TransactionBuilder builder = make.builder();
    EventBuilder event =
        builder.addEvent().assetGroup(group).asset(make.asset(alice)).mandatoryApprover(mandatory);
    for (UserId option : options) {
      event.optionApprover(option);
    }
    event.optionParameter(Math.min(1, options.length), options.length);
    return builder.build();
  }

  private static boolean isSigned(Transaction transaction, int slot, KeyPair by) {
    Signature signature = transaction.signatures().get(slot);
    return signature.verify(SignatureEngines.fastest(), transaction.digest())
        && Arrays.equals(signature.publicKey(), by.publicKey());
  }

  @Test
  void approversSignInTheirSlots() {
    Transaction earlier = eventOf(alice, bob, carol);
    TransactionBuilder builder = make.builder();
    builder.addReference(group, earlier, 0);

    Transaction signed =
        builder.sign(carol, make.keyPairOf(carol)).sign(alice, make.keyPairOf(alice)).build();

    assertThat(signed.references().get(0).signatureSlots()).containsExactly(0, 1);
    assertThat(isSigned(signed, 0, make.keyPairOf(alice))).isTrue();
    assertThat(isSigned(signed, 1, make.keyPairOf(carol))).isTrue();
    assertThat(VALIDATOR.validate(Transaction.read(signed.serialize())).valid()).isTrue();
  }

  @Test
  void aReceivedTransactionIsSignedByThoseWhoMust() {
    Transaction earlier = eventOf(alice, bob, carol);
    TransactionBuilder builder = make.builder().witness(bob);
    builder.addReference(group, earlier, 0);
    Transaction received = Transaction.read(builder.build().serialize());
    SignatureCollector collector = new SignatureCollector(received);

    assertThat(collector.sign(alice, make.keyPairOf(alice))).isFalse();
    ReferenceSlots reference = collector.reference(0, earlier);
    assertThat(reference.destinations()).containsExactly(alice, bob, carol);
    assertThat(collector.sign(bob, make.keyPairOf(bob))).isTrue();
    assertThat(collector.sign(alice, make.keyPairOf(alice))).isTrue();
    assertThat(collector.sign(carol, make.keyPairOf(carol))).isTrue();
    assertThat(collector.sign(make.user(), make.keyPair())).isFalse();

    Transaction signed = collector.transaction();
    assertThat(signed.transactionId()).isEqualTo(received.transactionId());
    assertThat(isSigned(signed, 0, make.keyPairOf(bob))).isTrue();
    assertThat(isSigned(signed, 1, make.keyPairOf(alice))).isTrue();
    assertThat(isSigned(signed, 2, make.keyPairOf(carol))).isTrue();
  }

  @Test
  void aReferenceIsNotRestoredFromAnotherTransaction() {
    TransactionBuilder builder = make.builder();
    builder.addReference(group, eventOf(alice), 0);
    SignatureCollector collector = new SignatureCollector(builder.build());

    assertThatIllegalArgumentException().isThrownBy(() -> collector.reference(0, eventOf(bob)));
    assertThatIllegalArgumentException().isThrownBy(() -> collector.reference(1, eventOf(alice)));
  }

  @Test
  void aReferenceToAMissingEventIsRefused() {
    TransactionBuilder builder = make.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.addReference(group, eventOf(alice), 1));
    assertThat(TransactionUtils.addReferenceToTransaction(builder, group, eventOf(alice), 1))
        .isEmpty();
    assertThat(builder.build().references()).isEmpty();
  }

  @Test
  void aSignerWithoutSlotIsRefused() {
    TransactionBuilder builder = make.builder().sign(alice, make.keyPairOf(alice));

    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessageContaining(alice.toHex());
  }

  @Test
  void incompletePartsAreRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Event.builder().asset(make.asset(alice)).build());
    assertThatIllegalStateException().isThrownBy(() -> Event.builder().assetGroup(group).build());
    assertThatIllegalStateException().isThrownBy(() -> Relation.builder().build());
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Event.builder()
                    .assetGroup(group)
                    .asset(make.asset(alice))
                    .optionApprover(bob)
                    .optionParameter(1, 2)
                    .build());
  }

  @Test
  void whatTheFormatCannotHoldIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> AssetBody.of(new byte[65536]));
    assertThatIllegalArgumentException().isThrownBy(() -> make.builder().version(3).build());
    assertThatIllegalArgumentException().isThrownBy(() -> make.builder().timestamp(-1).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> make.builder().version(0).idLengths(IdLengths.all(16)).build());
    TransactionBuilder old = make.builder().version(1);
    old.addRelation().assetGroup(group).assetHash(List.of(make.assetId()));
    assertThatIllegalArgumentException().isThrownBy(old::build);
  }

  @Test
  void idsShorterThanConfiguredAreRefused() {
    UserId shortUser = alice.truncate(16);

    assertThatIllegalArgumentException().isThrownBy(() -> make.builder().witness(shortUser));
    assertThatIllegalArgumentException().isThrownBy(() -> Asset.builder(shortUser));
    assertThatIllegalArgumentException().isThrownBy(() -> Asset.builder(alice).nonce(new byte[31]));
  }

  @Test
  void aWitnessIsListedOnceEvenWithShortIds() {
    Transaction transaction =
        make.builder().idLengths(IdLengths.all(8)).witness(alice, alice).witness(alice).build();

    assertThat(transaction.witness().entries())
        .containsExactly(new Witness.Entry(alice.truncate(8), 0));
    assertThat(transaction.transactionId().length()).isEqualTo(8);
  }

  @Test
  void idsOfDifferentLengthsInOneObjectAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AssetHash(List.of(make.assetId(), make.assetId().truncate(8))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Witness(
                    List.of(new Witness.Entry(alice, 0), new Witness.Entry(bob.truncate(8), 1))));
  }

  @Test
  void withoutTimestampTheClockIsAsked() {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(1234567), ZoneOffset.UTC);

    assertThat(new TransactionBuilder(clock).build().timestamp()).isEqualTo(1234567);
  }

  @Test
  void buildingAgainKeepsTheTimestampSoThatCollectedSignaturesFit() {
    TransactionBuilder builder = new TransactionBuilder(tickingClock()).witness(alice);
    Transaction first = builder.build();

    builder.addSignature(alice, first.sign(make.keyPairOf(alice)));
    Transaction second = builder.build();

    assertThat(second.timestamp()).isEqualTo(first.timestamp());
    assertThat(second.signatures().get(0).verify(SignatureEngines.fastest(), second.digest()))
        .isTrue();
  }

  private static Clock tickingClock() {
    AtomicLong milliseconds = new AtomicLong(1234567);
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.ofEpochMilli(milliseconds.getAndIncrement());
      }
    };
  }

  @Test
  void aCrossReferenceIsNotCutToTheIdsOfThisTransaction() {
    TransactionId named = make.transactionId();
    TransactionBuilder builder = make.builder().idLengths(IdLengths.all(16));

    Transaction full = builder.crossRef(make.domain(), named).build();
    Transaction shorter = builder.crossRef(make.domain(), named.truncate(5)).build();

    assertThat(full.crossRef().transactionId()).isEqualTo(named);
    assertThat(shorter.crossRef().transactionId()).isEqualTo(named.truncate(5));
    assertThat(Transaction.read(shorter.serialize())).isEqualTo(shorter);
  }

  @Test
  void aMapOfALegacyDocumentBecomesMessagePackInTheCurrentFormat() {
    TransactionBuilder legacy = TransactionBuilder.legacy(FormatType.BSON, 32);
    Document map = JavaValues.document(Map.of("key", "value"));
    AssetBody body = legacy.asset(alice).body(AssetBody.of(map)).build().body();

    Asset asset = make.builder().asset(alice).body(body).build();

    assertThat(asset.body()).isEqualTo(AssetBody.of(map));
    assertThat(asset.body().toByteArray()).isEqualTo(MapBodies.encode(map, Dialect.RAW));
  }

  @Test
  void aSignatureWithoutPublicKeyNeedsOneFromElsewhere() {
    KeyPair keys = make.keyPairOf(alice);
    Transaction signed = make.builder().witness(alice).signWithoutPublicKey(alice, keys).build();
    Signature signature = signed.signatures().get(0);

    assertThat(signature.hasPublicKey()).isFalse();
    assertThat(signature.verify(SignatureEngines.fastest(), signed.digest())).isFalse();
    assertThat(signature.verify(SignatureEngines.fastest(), signed.digest(), keys.publicKey(true)))
        .isTrue();
    assertThat(Transaction.read(signed.serialize())).isEqualTo(signed);
  }

  @Test
  void listsWhatALedgerStores() {
    Transaction transaction = make.everything();
    Relation relation = transaction.relations().get(0);
    AssetGroupId relationGroup = relation.assetGroupId();

    assertThat(transaction.assetEntries())
        .extracting(AssetEntry::kind)
        .containsExactly(
            AssetEntry.Kind.EVENT,
            AssetEntry.Kind.RELATION,
            AssetEntry.Kind.RAW,
            AssetEntry.Kind.HASH,
            AssetEntry.Kind.HASH);
    assertThat(transaction.assetEntries().get(1).fileSize()).isEqualTo(10);
    assertThat(transaction.assetEntries().get(2).userId()).isNull();
    assertThat(transaction.assetGroupIds())
        .containsExactly(transaction.events().get(0).assetGroupId(), relationGroup);
    assertThat(transaction.links())
        .extracting(Link::kind)
        .containsExactly(Link.Kind.REFERENCE, Link.Kind.POINTER, Link.Kind.POINTER);
    assertThat(transaction.links().get(2).assetId())
        .isEqualTo(relation.pointers().get(1).assetId());
  }

  @Test
  void groupsWithoutAnyAssetIdAreNotListed() {
    TransactionBuilder builder = make.builder();
    builder.addRelation().assetGroup(group).pointer(make.transactionId());
    builder.addRelation().assetGroup(make.assetGroup()).assetHash(List.of());

    Transaction read = Transaction.read(builder.build().serialize());

    assertThat(read.assetGroupIds()).isEmpty();
    assertThat(read.relations().get(1).assetHash()).isEqualTo(new AssetHash(List.of()));
  }

  @Test
  void slotNumbersThatDoNotExistAreAFindingAndNoFault() {
    Transaction transaction =
        Transaction.read(
            make.builder()
                .witness(new Witness(List.of(new Witness.Entry(alice, 3))))
                .build()
                .serialize());

    assertThat(SlotCheck.missingSlots(transaction)).containsExactly(3);
    assertThat(SlotCheck.missingSlots(make.everything())).isEmpty();
  }

  @Test
  void aFileThatDoesNotMatchIsReportedAndLeavesTheTransactionValid() {
    TestTransactions.WithFile made = make.withFile(100);
    AssetRef asset = new AssetRef(made.assetGroupId(), made.assetId());

    assertThat(VALIDATOR.validate(made.transaction(), made.files()))
        .isEqualTo(new ValidationResult(true, List.of(asset), List.of()));
    assertThat(VALIDATOR.validate(made.transaction(), Map.of(made.assetId(), make.bytes(100))))
        .isEqualTo(new ValidationResult(true, List.of(), List.of(asset)));
    assertThat(VALIDATOR.validate(made.transaction(), Map.of(make.assetId(), make.bytes(1))))
        .isEqualTo(new ValidationResult(true, List.of(), List.of()));
  }

  @Test
  void theSameSeedMakesTheSameTransactions() {
    assertThat(new TestTransactions(3).everything().transactionId())
        .isEqualTo(new TestTransactions(3).everything().transactionId());
    assertThat(VALIDATOR.validate(Transaction.read(make.withBadSignature())).valid()).isFalse();
    List<Transaction> chain = make.chain(3);
    assertThat(chain.get(2).links())
        .containsExactly(
            new Link(
                Link.Kind.POINTER,
                chain.get(1).transactionId(),
                chain.get(1).relations().get(0).asset().assetId()));
  }

  @Test
  void buildingFunctionsOfTheOriginalLibraryFillTheParts() {
    TransactionBuilder builder = TransactionUtils.makeTransaction(1, 2, true);
    AssetId assetId = make.assetId();
    TransactionUtils.addEventAsset(builder, 0, group, alice, AssetBody.of("text"), null);
    TransactionUtils.addRelationAsset(builder, 0, group, alice, AssetBody.NONE, new byte[] {1});
    TransactionUtils.addRelationAssetRaw(builder, 1, group, assetId, new byte[0]);
    TransactionUtils.addRelationAssetHash(builder, 1, group, List.of(assetId));
    TransactionUtils.addRelationPointer(builder, 1, make.transactionId(), null);

    Transaction transaction = Transaction.read(builder.build().serialize());

    assertThat(transaction.version()).isEqualTo(2);
    assertThat(transaction.events().get(0).asset().body()).isEqualTo(AssetBody.of("text"));
    assertThat(transaction.relations().get(0).asset().fileSize()).isEqualTo(1);
    assertThat(transaction.relations().get(1).assetRaw().assetId()).isEqualTo(assetId);
    assertThat(transaction.relations().get(1).pointers()).hasSize(1);
    assertThat(transaction.witness()).isEqualTo(new Witness(List.of()));
  }
}
