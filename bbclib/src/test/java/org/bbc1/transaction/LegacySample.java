package org.bbc1.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Text;

/** A legacy transaction with every kind of part, map bodies with text, bytes and large numbers. */
final class LegacySample {

  static final long TIMESTAMP = 1_540_000_000;

  static final Document MAP =
      new Document(
          List.of(
              Map.entry(new Text("text"), new Text("größer")),
              Map.entry(new Text("bytes"), new Bytes(new byte[] {(byte) 0xff, 0, 1})),
              Map.entry(new Text("large"), new Int(BigInteger.ONE.shiftLeft(63)))));

  private final TestTransactions make = new TestTransactions(61);
  private final TransactionBuilder builder;
  private final AssetGroupId group = make.assetGroup();
  private final UserId user = make.user();
  private final UserId other = make.user();

  private LegacySample(TransactionBuilder builder) {
    this.builder = builder.timestamp(TIMESTAMP);
  }

  static Transaction of(FormatType type, Dialect dialect) {
    return of(TransactionBuilder.legacy(type, 32, dialect));
  }

  static Transaction of(TransactionBuilder builder) {
    return new LegacySample(builder).build();
  }

  private Transaction build() {
    builder
        .addEvent()
        .assetGroup(group)
        .referenceIndex(0)
        .mandatoryApprover(user)
        .optionParameter(1, 2)
        .optionApprover(user)
        .optionApprover(other)
        .asset(builder.asset(user).file("a file".getBytes(UTF_8)).body("text").build());
    builder.add(new Reference(group, make.transactionId(), 1, List.of(0, 1)));
    builder
        .addRelation()
        .assetGroup(group)
        .pointer(make.transactionId(), make.assetId())
        .pointer(make.transactionId())
        .asset(builder.asset(user).body(AssetBody.of(MAP)).build());
    builder.addRelation().assetGroup(group);
    builder.crossRef(make.domain(), make.transactionId());
    return builder.witness(user, other).sign(user, make.keyPairOf(user)).build();
  }
}
