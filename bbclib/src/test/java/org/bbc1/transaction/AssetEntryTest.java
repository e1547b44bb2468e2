package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.AssetEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ledger is told of an asset. */
class AssetEntryTest {

  private static final byte[] FILE = {1, 2, 3};
  private static final byte[] SHA256 = Sha256.of(FILE);
  private static final AssetGroupId GROUP = AssetGroupId.of(new byte[] {1});
  private static final AssetId ASSET = AssetId.of(new byte[] {2});
  private static final UserId USER = UserId.of(new byte[] {3});

  private static AssetEntry withDigest(byte @Nullable [] digest) {
    return new AssetEntry(Kind.EVENT, GROUP, ASSET, USER, FILE.length, digest);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 32})
  void aDigestThatWasCutMatchesItsFileAndNoOther(int length) {
    AssetEntry entry = withDigest(Arrays.copyOf(SHA256, length));
    byte[] otherFirst = SHA256.clone();
    otherFirst[0] ^= 1;
    byte[] otherLast = SHA256.clone();
    otherLast[length - 1] ^= 1;

    assertThat(entry.matchesFileDigest(SHA256)).isTrue();
    assertThat(entry.matchesFileDigest(otherFirst)).isFalse();
    assertThat(entry.matchesFileDigest(otherLast)).isFalse();
  }

  @Test
  void whereThereIsNoFileNoneMatches() {
    assertThat(withDigest(null).matchesFileDigest(SHA256)).isFalse();
  }

  @Test
  void entriesThatDifferInOneFieldAreNotEqual() {
    AssetEntry entry = withDigest(SHA256);
    List<AssetEntry> others =
        List.of(
            new AssetEntry(Kind.RELATION, GROUP, ASSET, USER, FILE.length, SHA256),
            new AssetEntry(
                Kind.EVENT, AssetGroupId.of(new byte[] {9}), ASSET, USER, FILE.length, SHA256),
            new AssetEntry(
                Kind.EVENT, GROUP, AssetId.of(new byte[] {9}), USER, FILE.length, SHA256),
            new AssetEntry(Kind.EVENT, GROUP, ASSET, null, FILE.length, SHA256),
            new AssetEntry(Kind.EVENT, GROUP, ASSET, USER, 4, SHA256),
            withDigest(new byte[32]),
            withDigest(null));

    assertThat(entry).isEqualTo(withDigest(SHA256.clone())).hasSameHashCodeAs(withDigest(SHA256));
    assertThat(others).doesNotContain(entry).doesNotHaveDuplicates();
  }

  @Test
  void theDigestCannotBeChangedFromOutside() {
    byte[] given = SHA256.clone();
    AssetEntry entry = withDigest(given);

    given[0] ^= 1;
    entry.fileDigest()[0] ^= 1;

    assertThat(entry.fileDigest()).isEqualTo(SHA256);
  }
}
