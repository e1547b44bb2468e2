package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.JavaValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the original's {@code set_format_type} does, from every format to every other. */
class FormatTypeChangeTest {

  private final TestTransactions make = new TestTransactions(53);
  private final AssetGroupId group = make.assetGroup();
  private final UserId user = make.user();

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (FormatType from : FormatType.values()) {
      for (FormatType to : FormatType.values()) {
        pairs.add(Arguments.of(from, to));
      }
    }
    return pairs.stream();
  }

  private Transaction withEveryKindOfBody(FormatType format) {
    TransactionBuilder builder = TransactionBuilder.legacy(format, 20).timestamp(1_600_000_000);
    AssetBody map = AssetBody.of(JavaValues.document(Map.of("number", 1)));
    builder.addEvent().assetGroup(group).createAsset(user, map, new byte[] {1});
    builder.addRelation().assetGroup(group).createAsset(user, AssetBody.of("text"), null);
    builder.addRelation().assetGroup(group).pointer(make.transactionId());
    return builder.witness(user).sign(user, make.keyPairOf(user)).build();
  }

  private static int family(FormatType type) {
    return (type.number() + 2) / 3;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theIdChangesJustWhenTheEncodingDoes(FormatType from, FormatType to) {
    Transaction before = withEveryKindOfBody(from);

    Transaction after = before.withFormatType(to);

    assertThat(after.wireFormat()).isEqualTo(to.wireFormat());
    assertThat(after.transactionId().equals(before.transactionId()))
        .isEqualTo(family(from) == family(to));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whatWasChangedIsReadAgain(FormatType from, FormatType to) {
    Transaction after = withEveryKindOfBody(from).withFormatType(to);

    Transaction read = Transaction.read(after.serialize());

    assertThat(read).isEqualTo(after);
    assertThat(JavaValues.map(read.events().get(0).asset().body().toMap()))
        .isEqualTo(Map.of("number", 1L));
  }
}
