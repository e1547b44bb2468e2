package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.HexFormat;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;

class RecordedFileTest {

  // In a serialized transaction of version 2 whose only part is a relation with an asset.
  private static final int TIMESTAMP_AT = 6;
  private static final int RELATION_SIZE_AT = 22;
  private static final int ASSET_SIZE_AT = 62;

  private static final byte[] CONTENT = {1, 2, 3};
  private static final UserId OWNER = UserId.of(new byte[32]);

  @Test
  void theRecordedContentIsItself() {
    RecordedFile file = recorded(transaction());

    assertThat(file.isContent(CONTENT)).isTrue();
    assertThat(file.isContent(new byte[] {1, 2, 4})).isFalse();
  }

  @Test
  void aDigestCutShortProvesNothing() {
    Transaction cut = Transaction.read(withDigestCutByOne(transaction().serialize()));

    assertThat(cut.relations().get(0).asset().matchesFile(CONTENT)).isTrue();
    assertThat(recorded(cut).isContent(CONTENT)).isFalse();
  }

  @Test
  void timestampsOfAllGenerationsOfLibrariesAreUnderstood() {
    Instant time = Instant.parse("2026-01-02T03:04:05Z");
    Transaction transaction = transaction();
    for (long timestamp :
        new long[] {time.getEpochSecond(), time.toEpochMilli(), time.toEpochMilli() * 1000}) {
      byte[] wire = transaction.serialize();
      ByteBuffer.wrap(wire).order(ByteOrder.LITTLE_ENDIAN).putLong(TIMESTAMP_AT, timestamp);

      assertThat(recorded(Transaction.read(wire)).time()).isEqualTo(time);
    }
  }

  private static Transaction transaction() {
    var builder = Transaction.builder();
    builder
        .addRelation()
        .assetGroup(AssetGroupId.of(new byte[32]))
        .asset(Asset.builder(OWNER).file(CONTENT).build());
    return builder.build();
  }

  private static RecordedFile recorded(Transaction transaction) {
    return new RecordedFile("name", "owner", transaction.relations().get(0).asset(), transaction);
  }

  /** As old libraries wrote it: the digest loses its last byte, and every length around it one. */
  private static byte[] withDigestCutByOne(byte[] wire) {
    HexFormat hex = HexFormat.of();
    int at = hex.formatHex(wire).indexOf(hex.formatHex(Sha256.of(CONTENT))) / 2;
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    cut.write(wire, 0, at + 31);
    cut.write(wire, at + 32, wire.length - at - 32);
    ByteBuffer bytes = ByteBuffer.wrap(cut.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(at - 2, (short) 31);
    for (int size : new int[] {RELATION_SIZE_AT, ASSET_SIZE_AT}) {
      bytes.putInt(size, bytes.getInt(size) - 1);
    }
    return bytes.array();
  }
}
