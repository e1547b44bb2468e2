package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How legacy transactions are built, and what cannot be said in them. */
class LegacyBuilderTest {

  private final TestTransactions make = new TestTransactions(71);
  private final UserId user = make.user();

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void whatWasBuiltIsReadWithRightAssetIdsAndSignatures(FormatType type) {
    for (Dialect dialect : Dialect.values()) {
      Transaction built = LegacySample.of(type, dialect);

      Transaction read = Transaction.read(built.serialize());

      assertThat(read).isEqualTo(built);
      assertThat(read.transactionId()).isEqualTo(built.transactionId());
      assertThat(read.serialize()).isEqualTo(built.serialize());
      assertThat(read.wireFormat()).isEqualTo(type.wireFormat());
      assertThat(AssetIdCheck.check(read))
          .extracting(AssetIdCheck.Finding::outcome)
          .containsOnly(AssetIdCheck.Outcome.OK);
      assertThat(new TransactionValidator(SignatureEngines.fastest()).validate(read).valid())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void theOldValidatorWantsEverySlotFilled(FormatType type) {
    TransactionValidator old =
        new TransactionValidator(SignatureEngines.fastest(), TransactionValidator.Mode.LEGACY);
    Transaction pending = LegacySample.of(type, Dialect.RAW);
    Transaction filled =
        pending.withSignatures(List.of(pending.signatures().get(0), pending.signatures().get(0)));

    assertThat(pending.signatures()).contains(Signature.EMPTY);
    assertThat(old.validate(pending).valid()).isFalse();
    assertThat(old.validate(filled).valid()).isTrue();
  }

  @Test
  void theOldValidatorWantsEveryKey() {
    TransactionBuilder builder = make.builder().witness(user);
    Transaction keyless = builder.signWithoutPublicKey(user, make.keyPairOf(user)).build();

    assertThat(valid(keyless, TransactionValidator.Mode.CURRENT)).isTrue();
    assertThat(valid(keyless, TransactionValidator.Mode.LEGACY)).isFalse();
  }

  private static boolean valid(Transaction transaction, TransactionValidator.Mode mode) {
    return new TransactionValidator(SignatureEngines.fastest(), mode).validate(transaction).valid();
  }

  @Test
  void theDefaultTimeIsInWholeSecondsAndTheVersionIsOne() {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(1_540_000_000_999L), ZoneOffset.UTC);

    Transaction built = TransactionBuilder.legacy(FormatType.BSON, 32, Dialect.RAW, clock).build();

    assertThat(built.timestamp()).isEqualTo(1_540_000_000);
    assertThat(built.version()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(FormatType.class)
  void oneLengthCutsEveryIdAndTheFileDigestButNotTheNonce(FormatType type) {
    TransactionBuilder builder = TransactionBuilder.legacy(type, 9);
    Asset asset = builder.asset(user).file(new byte[] {1}).build();
    builder.addRelation().assetGroup(make.assetGroup()).asset(asset);
    CrossRef crossRef = new CrossRef(make.domain(), make.transactionId());

    Transaction built = builder.crossRef(crossRef).build();

    assertThat(asset.assetId().length()).isEqualTo(9);
    assertThat(asset.userId()).isEqualTo(user.truncate(9));
    assertThat(asset.fileDigest()).hasSize(9);
    assertThat(asset.matchesFile(new byte[] {1})).isTrue();
    assertThat(asset.nonce()).hasSize(32);
    assertThat(built.transactionId().length()).isEqualTo(9);
    assertThat(built.relations().get(0).assetGroupId().length()).isEqualTo(9);
    assertThat(built.crossRef()).isEqualTo(crossRef);
    assertThat(Transaction.read(built.serialize())).isEqualTo(built);
  }

  @Test
  void mapsAreBsonInTheBinaryFormat() {
    Asset asset =
        Asset.legacyBuilder(user, FormatType.BINARY, 32)
            .body(LegacySample.MAP, Dialect.BIN)
            .build();

    assertThat(asset.body().toByteArray())
        .isEqualTo(Documents.encode(LegacySample.MAP, DocumentEncoding.BSON));
    assertThat(Asset.unpack(asset.pack()).body().toMap()).isEqualTo(LegacySample.MAP);
  }

  @Test
  void aMapInADocumentCountsItsKeys() {
    Asset asset =
        Asset.legacyBuilder(user, FormatType.BSON, 32).body(LegacySample.MAP, Dialect.RAW).build();

    assertThat(asset.documentBodySize()).isEqualTo(3);
    assertThat(asset.body().toMap()).isEqualTo(LegacySample.MAP);
    assertThat(asset.body().isMap()).isTrue();
    assertThat(asset.body().size())
        .isEqualTo(Documents.encode(LegacySample.MAP, DocumentEncoding.BSON).length);
  }

  @Test
  void whatTheOldFormatsCannotSayIsRefused() {
    TransactionBuilder builder = TransactionBuilder.legacy(FormatType.MSGPACK, 32);
    Signature keyless = Signature.of(Curve.P256, null, new byte[Signature.SIGNATURE_SIZE]);

    assertThatThrownBy(() -> builder.version(2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.idLengths(IdLengths.FULL))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.wireFormat(WireFormat.ZLIB))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.signWithoutPublicKey(user, make.keyPair()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> builder.addSlot(keyless)).isInstanceOf(IllegalArgumentException.class);
    builder.addRelation().assetGroup(make.assetGroup()).assetHash(List.of());
    assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCurrentTransactionIsNotGivenAsADocument() {
    Transaction current = make.simple();

    assertThatThrownBy(() -> current.serialize(WireFormat.BSON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> make.builder().wireFormat(WireFormat.MSGPACK_BZ2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> current.withFormatType(FormatType.BSON).packed())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLegacyTransactionGivesItsOwnBytesWhateverIsAsked() {
    for (FormatType type : FormatType.values()) {
      Transaction built = LegacySample.of(type, Dialect.RAW);
      for (WireFormat format : WireFormat.values()) {
        assertThat(built.serialize(format)).isEqualTo(built.serialize());
      }
    }
  }

  /** The bytes were no text to their writer, but the reader of the raw dialect takes them so. */
  @Test
  void anAssetIdThatTheReaderCannotKnowIsUndecidable() {
    Document map = new Document(List.of(Map.entry(new Text("key"), new Bytes(new byte[] {'a'}))));

    assertThat(outcome(map, Dialect.RAW, false)).isEqualTo(AssetIdCheck.Outcome.UNDECIDABLE);
    assertThat(outcome(map, Dialect.BIN, false)).isEqualTo(AssetIdCheck.Outcome.OK);
    assertThat(outcome(map, Dialect.BIN, true)).isEqualTo(AssetIdCheck.Outcome.MISMATCH);
  }

  @Test
  void aMapOfNumbersIsDecidableInEveryDialect() {
    Document map = new Document(List.of(Map.entry(new Text("key"), Int.of(1))));

    assertThat(outcome(map, Dialect.RAW, false)).isEqualTo(AssetIdCheck.Outcome.OK);
    assertThat(outcome(map, Dialect.RAW, true)).isEqualTo(AssetIdCheck.Outcome.MISMATCH);
  }

  private AssetIdCheck.Outcome outcome(Document map, Dialect dialect, boolean currentAsset) {
    TransactionBuilder builder = TransactionBuilder.legacy(FormatType.MSGPACK, 32, dialect);
    AssetBuilder asset = currentAsset ? Asset.builder(user) : builder.asset(user);
    builder.addRelation().assetGroup(make.assetGroup()).asset(asset.body(map, dialect).build());
    Transaction read = Transaction.read(builder.build().serialize());
    return AssetIdCheck.check(read).get(0).outcome();
  }

  @Test
  void versionZeroKeepsItsIdLengthInDocumentsAndLosesItInBinary() {
    Transaction document =
        LegacySample.of(TransactionBuilder.legacy(FormatType.MSGPACK, 16).version(0));

    assertThat(Transaction.read(document.serialize())).isEqualTo(document);
    assertThat(document.transactionId().length()).isEqualTo(16);
    assertThatThrownBy(() -> document.withFormatType(FormatType.BINARY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
