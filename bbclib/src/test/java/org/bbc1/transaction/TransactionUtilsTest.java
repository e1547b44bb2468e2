package org.bbc1.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.JavaValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The building functions as a ported program uses them, in every format. */
class TransactionUtilsTest {

  private static final int ID_LENGTH = 12;
  private static final byte[] FILE = "a file".getBytes(UTF_8);

  private final TestTransactions make = new TestTransactions(52);
  private final AssetGroupId group = make.assetGroup();
  private final UserId user = make.user();
  private final KeyPair keys = make.keyPair();
  private final AssetBody body = AssetBody.of(JavaValues.document(Map.of("key", "value")));

  private Transaction legacy(FormatType format, Transaction earlier) {
    TransactionBuilder transaction =
        TransactionUtils.makeTransaction(1, 1, true, format, ID_LENGTH).witness(user);
    TransactionUtils.addEventAsset(transaction, 0, group, user, body, null);
    TransactionUtils.addRelationAsset(transaction, 0, group, user, body, FILE);
    TransactionUtils.addRelationPointer(transaction, 0, earlier.transactionId(), null);
    RelationBuilder detached =
        TransactionUtils.makeRelationWithAsset(group, user, body, null, format, ID_LENGTH);
    TransactionUtils.addPointerInRelation(detached, earlier.transactionId(), make.assetId());
    return transaction.add(detached.build()).sign(user, keys).build();
  }

  @ParameterizedTest
  @EnumSource
  void legacyTransactionsAreMadeInEveryFormat(FormatType format) {
    Transaction transaction = legacy(format, make.simple());

    Transaction read = Transaction.read(transaction.serialize());

    assertThat(read).isEqualTo(transaction);
    assertThat(read.wireFormat()).isEqualTo(format.wireFormat());
    assertThat(read.version()).isEqualTo(1);
    assertThat(read.transactionId().length()).isEqualTo(ID_LENGTH);
    assertThat(read.relations()).hasSize(2).allMatch(relation -> relation.pointers().size() == 1);
    assertThat(AssetIdCheck.check(read))
        .hasSize(3)
        .noneMatch(finding -> finding.outcome() == AssetIdCheck.Outcome.MISMATCH);
    assertThat(
            new TransactionValidator(SignatureEngines.fastest(), TransactionValidator.Mode.LEGACY)
                .validate(read)
                .valid())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void filesOfLegacyTransactionsAreTakenThoughTheirDigestsAreCut(FormatType format) {
    AssetFiles files = AssetFiles.of(legacy(format, make.simple()));

    assertThat(files.recover("another".getBytes(UTF_8))).isFalse();
    assertThat(files.recover(FILE)).isTrue();
    assertThat(files.missing()).isEmpty();
  }

  @Test
  void anEventWithoutAssetHasNoFile() {
    TransactionBuilder transaction =
        TransactionUtils.makeTransaction(1, 0, false, FormatType.BSON, 32);
    transaction.event(0).assetGroup(group);

    assertThat(AssetFiles.of(transaction.build()).missing()).isEmpty();
  }

  @Test
  void assetsTakeTheIdLengthsOfTheTransaction() {
    TransactionBuilder transaction = make.builder().idLengths(new IdLengths(8, 9, 10, 11, 12));
    Asset inEvent =
        transaction.addEvent().assetGroup(group).createAsset(user, body, FILE).build().asset();
    Asset inRelation =
        transaction.addRelation().assetGroup(group).createAsset(user, body, null).build().asset();

    assertThat(List.of(inEvent, inRelation))
        .allMatch(asset -> asset.userId().length() == 9)
        .allMatch(asset -> asset.assetId().length() == 11)
        .allMatch(asset -> asset.nonce().length == 12);
    assertThat(inEvent.matchesFile(FILE)).isTrue();
    assertThat(inRelation.fileSize()).isZero();
  }

  @Test
  void signaturesAreRecoveredFromBothForms() {
    Signature signature = make.simple().signatures().get(0);

    assertThat(TransactionUtils.recoverSignatureObject(signature.pack())).isEqualTo(signature);
    assertThat(TransactionUtils.recoverSignatureObject(signature.toDocument()))
        .isEqualTo(signature);
    assertThatThrownBy(() -> TransactionUtils.recoverSignatureObject(new byte[3]))
        .isInstanceOf(TransactionFormatException.class);
    assertThatThrownBy(() -> TransactionUtils.recoverSignatureObject(new Document(List.of())))
        .isInstanceOf(TransactionFormatException.class);
  }
}
