package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Items;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.bbc1.transaction.codec.PackedFormatException;
import org.bbc1.transaction.codec.PackedReader;
import org.bbc1.transaction.codec.PackedWriter;
import org.junit.jupiter.api.Test;

/** The limits under which transactions are read. */
class ReadLimitsTest {

  @Test
  void defaultsAreThoseOfTheSpecification() {
    assertThat(ReadLimits.DEFAULT).isEqualTo(new ReadLimits(16 << 20, 64 << 20, 100, 32, 0));
    assertThat(ReadLimits.STRICT).isEqualTo(new ReadLimits(16 << 20, 64 << 20, 100, 32, 4096));
  }

  @Test
  void eachLimitCanBeChangedAlone() {
    assertThat(
            ReadLimits.DEFAULT
                .withWireBytes(1000)
                .withInflatedBytes(2000)
                .withRatio(3)
                .withNesting(4)
                .withParts(5))
        .isEqualTo(new ReadLimits(1000, 2000, 3, 4, 5));
  }

  @Test
  void limitsThatNothingCouldMeetAreRefused() {
    List<Runnable> wrong =
        List.of(
            () -> ReadLimits.DEFAULT.withWireBytes(1),
            () -> ReadLimits.DEFAULT.withInflatedBytes(-1),
            () -> ReadLimits.DEFAULT.withRatio(0),
            () -> ReadLimits.DEFAULT.withNesting(0),
            () -> ReadLimits.DEFAULT.withNesting(257),
            () -> ReadLimits.DEFAULT.withParts(-1));

    wrong.forEach(limits -> assertThatIllegalArgumentException().isThrownBy(limits::run));
  }

  @Test
  void contentIsLimitedByRatioAboveTheFloorAndBySizeInAnyCase() {
    ReadLimits limits = ReadLimits.DEFAULT;

    assertThat(limits.contentLimit(1)).isEqualTo(1 << 20);
    assertThat(limits.contentLimit(10_485)).isEqualTo(1 << 20);
    assertThat(limits.contentLimit(10_486)).isEqualTo(1_048_600);
    assertThat(limits.contentLimit(Integer.MAX_VALUE)).isEqualTo(64 << 20);
    assertThat(limits.withInflatedBytes(500).contentLimit(1)).isEqualTo(500);
  }

  @Test
  void theLimitForCompressedContentsIsNoneForDocumentsThatAreNotCompressed() {
    byte[] plain = LegacySample.of(FormatType.BSON, Dialect.RAW).serialize();
    byte[] compressed = LegacySample.of(FormatType.BSON_ZLIB, Dialect.RAW).serialize();
    ReadLimits limits = ReadLimits.DEFAULT.withInflatedBytes(100);

    assertThat(Transaction.read(plain, limits).serialize()).isEqualTo(plain);
    assertThatThrownBy(() -> Transaction.read(compressed, limits))
        .isInstanceOf(TransactionFormatException.class);
  }

  @Test
  void smallContentMayBeCompressedFarBelowTheRatio() {
    Transaction transaction = zeros(15);
    byte[] zlib = transaction.serialize(WireFormat.ZLIB);

    assertThat(transaction.packed().length).isGreaterThan(100 * zlib.length);
    assertThat(Transaction.read(zlib)).isEqualTo(transaction);
  }

  @Test
  void largeContentMustKeepTheRatio() {
    Transaction transaction = zeros(20);
    byte[] zlib = transaction.serialize(WireFormat.ZLIB);

    assertThatThrownBy(() -> Transaction.read(zlib)).isInstanceOf(TransactionFormatException.class);
    assertThat(Transaction.read(zlib, ReadLimits.DEFAULT.withRatio(2000))).isEqualTo(transaction);
  }

  /** So many bodies of 65535 zero bytes. */
  private static Transaction zeros(int bodies) {
    TestTransactions make = new TestTransactions(bodies);
    TransactionBuilder builder = make.builder();
    for (int i = 0; i < bodies; i++) {
      builder
          .addRelation()
          .assetGroup(make.assetGroup())
          .asset(Asset.builder(make.user()).body(new byte[AssetBody.MAXIMUM_SIZE]).build());
    }
    return builder.build();
  }

  @Test
  void nestingOfMapBodiesIsLimitedAsAsked() {
    byte[] wire = withBodyOfDepth(10);

    assertThat(Transaction.read(wire, ReadLimits.DEFAULT.withNesting(10))).isNotNull();
    assertThatThrownBy(() -> Transaction.read(wire, ReadLimits.DEFAULT.withNesting(9)))
        .isInstanceOf(TransactionFormatException.class);
  }

  @Test
  void deeperNestingThanUsualIsReadIfAllowed() {
    byte[] body = HexFormat.of().parseHex("81a161" + "91".repeat(32) + "c0");
    PackedWriter out = new PackedWriter(64);
    out.u2(1);
    out.prefixed(body);

    AssetBody read = AssetBody.read(PackedReader.of(out.toByteArray(), 0, 33));

    assertThat(read.toMap().entries()).hasSize(1);
    assertThatThrownBy(() -> AssetBody.read(PackedReader.of(out.toByteArray(), 0, 32)))
        .isInstanceOf(PackedFormatException.class);
  }

  private static byte[] withBodyOfDepth(int depth) {
    TestTransactions make = new TestTransactions(1);
    DocumentValue value = new Nil();
    for (int i = 1; i < depth; i++) {
      value = new Items(List.of(value));
    }
    TransactionBuilder builder = make.builder();
    builder
        .addRelation()
        .assetGroup(make.assetGroup())
        .asset(
            Asset.builder(make.user())
                .body(new Document(List.of(Map.entry(new Text("k"), value))), Dialect.RAW)
                .build());
    return builder.build().serialize();
  }
}
