package org.bbc1.node.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.RelationBuilder;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.bbc1.transaction.WireFormat;

/** Valid signed transactions, each different from all others. */
final class TestLedgerTransactions {

  /** Used in tests only. */
  static final KeyPair TEST_KEY =
      KeyPair.fromPrivateKey(Curve.P256, Sha256.of("test key".getBytes(StandardCharsets.US_ASCII)));

  static final AssetGroupId GROUP = group("group");
  static final AssetGroupId OTHER_GROUP = group("other group");
  static final UserId USER = user("user");
  static final UserId OTHER_USER = user("other user");

  private static final long FIRST_MILLIS = 1_700_000_000_000L;
  private static final AtomicLong COUNTER = new AtomicLong();

  private TestLedgerTransactions() {}

  static AssetGroupId group(String name) {
    return AssetGroupId.of(hash(name));
  }

  static UserId user(String name) {
    return UserId.of(hash(name));
  }

  static byte[] hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One relation with one asset of {@link #USER} in {@link #GROUP}. */
  static Transaction simple() {
    return simple(FIRST_MILLIS + COUNTER.get());
  }

  static Transaction simple(long timestamp) {
    return build(builder(timestamp), GROUP, USER);
  }

  static Transaction of(AssetGroupId group, UserId user) {
    return build(builder(FIRST_MILLIS), group, user);
  }

  static TransactionBuilder builder(long timestamp) {
    return Transaction.builder().timestamp(timestamp);
  }

  /** The builder's transaction with one more relation that makes it unique. */
  static Transaction build(TransactionBuilder builder, AssetGroupId group, UserId user) {
    addAsset(builder, group, user, new byte[0]);
    return sign(builder, user);
  }

  static Transaction sign(TransactionBuilder builder, UserId user) {
    return builder.witness(user).sign(user, TEST_KEY).build();
  }

  static RelationBuilder addAsset(
      TransactionBuilder builder, AssetGroupId group, UserId user, byte[] file) {
    RelationBuilder relation = builder.addRelation();
    return relation
        .assetGroup(group)
        .asset(Asset.builder(user).file(file).body("body " + COUNTER.incrementAndGet()).build());
  }

  static Transaction withFile(byte[] file) {
    TransactionBuilder builder = builder(FIRST_MILLIS);
    addAsset(builder, GROUP, USER, file);
    return sign(builder, USER);
  }

  static AssetId assetOf(Transaction transaction) {
    return transaction.assetEntries().get(0).assetId();
  }

  static Map<AssetId, byte[]> files(Transaction transaction, byte[] file) {
    return Map.of(assetOf(transaction), file);
  }

  static Transaction pointingTo(TransactionId... targets) {
    return pointingTo(FIRST_MILLIS, GROUP, USER, targets);
  }

  static Transaction pointingTo(
      long timestamp, AssetGroupId group, UserId user, TransactionId... targets) {
    TransactionBuilder builder = builder(timestamp);
    RelationBuilder relation = addAsset(builder, group, user, new byte[0]);
    for (TransactionId target : targets) {
      relation.pointer(target);
    }
    return sign(builder, user);
  }

  /** The same transaction in the other wire form. */
  static Transaction zipped(Transaction transaction) {
    return Transaction.read(transaction.serialize(WireFormat.ZLIB));
  }
}
