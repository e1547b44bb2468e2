package org.bbc1.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.Ids;
import org.bbc1.id.UserId;
import org.junit.jupiter.api.Test;

class AssetFilesTest {

  private static final AssetGroupId GROUP = AssetGroupId.of(Ids.ofText("group"));
  private static final UserId USER = UserId.of(Ids.ofText("user"));
  private static final byte[] FIRST = "first file".getBytes(UTF_8);
  private static final byte[] SECOND = "second file".getBytes(UTF_8);

  private final Asset inEvent = Asset.builder(USER).file(FIRST).build();
  private final Asset inRelation = Asset.builder(USER).file(SECOND).build();
  private final Asset sameFile = Asset.builder(USER).file(FIRST).build();
  private final Transaction transaction = transaction();
  private final AssetFiles files = AssetFiles.of(transaction);

  private Transaction transaction() {
    TransactionBuilder builder = new TransactionBuilder();
    builder.addEvent().assetGroup(GROUP).asset(inEvent);
    builder.addRelation().assetGroup(GROUP).asset(inRelation);
    builder.addRelation().assetGroup(GROUP).asset(sameFile);
    builder.addRelation().assetGroup(GROUP).asset(Asset.builder(USER).body("no file").build());
    builder.addRelation().assetGroup(GROUP).assetRaw(AssetId.of(new byte[32]), new byte[1]);
    return builder.build();
  }

  @Test
  void everyAssetWithAFileIsMissingAtFirst() {
    assertThat(files.missing())
        .containsExactly(inEvent.assetId(), inRelation.assetId(), sameFile.assetId());
    assertThat(files.toMap()).isEmpty();
    assertThat(files.content(inEvent.assetId())).isEmpty();
  }

  @Test
  void aContentIsTakenForEveryAssetWhoseFileItIs() {
    assertThat(files.recover(FIRST)).isTrue();

    assertThat(files.missing()).containsExactly(inRelation.assetId());
    assertThat(files.toMap().keySet()).containsExactly(inEvent.assetId(), sameFile.assetId());
    assertThat(files.content(sameFile.assetId())).contains(FIRST);
  }

  @Test
  void aContentIsTakenForTheAssetNamedOnly() {
    assertThat(files.recover(inEvent.assetId(), FIRST)).isTrue();

    assertThat(files.missing()).containsExactly(inRelation.assetId(), sameFile.assetId());
  }

  @Test
  void anotherContentIsRefusedAndChangesNothing() {
    files.recover(SECOND);

    assertThat(files.recover("third file".getBytes(UTF_8))).isFalse();
    assertThat(files.recover(inRelation.assetId(), FIRST)).isFalse();
    assertThat(files.recover(AssetId.of(new byte[32]), FIRST)).isFalse();
    assertThat(files.recover(new byte[0])).isFalse();
    assertThat(files.content(inRelation.assetId())).contains(SECOND);
    assertThat(files.toMap()).hasSize(1);
  }

  @Test
  void theMapGivenOutDoesNotFollowLaterContents() {
    var before = files.toMap();
    files.recover(FIRST);

    assertThat(before).isEmpty();
  }

  @Test
  void whatIsHeldPassesValidation() {
    files.recover(FIRST);
    files.recover(SECOND);

    ValidationResult result =
        new TransactionValidator(SignatureEngines.fastest()).validate(transaction, files.toMap());

    assertThat(result.valid()).isTrue();
    assertThat(result.validAssets()).hasSize(3);
    assertThat(result.invalidAssets()).isEmpty();
  }
}
