package org.bbc1.node;

import java.nio.charset.StandardCharsets;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.jspecify.annotations.Nullable;

/** Signed transactions of one test user; the key is made for the test run and protects nothing. */
public final class Samples {

  public static final AssetGroupId GROUP = AssetGroupId.fromHex("9a".repeat(32));
  public static final UserId OWNER = Requests.USER;
  public static final KeyPair KEY = KeyPair.generate(Curve.P256);

  private Samples() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A transaction with one asset whose body is this text. */
  public static Transaction note(String text) {
    return build(text, 1_700_000_000_000L, null, null);
  }

  public static Transaction noteAt(long milliseconds, String text) {
    return build(text, milliseconds, null, null);
  }

  /** The same with an asset file. */
  public static Transaction withFile(String text, byte[] file) {
    return build(text, 1_700_000_000_000L, file, null);
  }

  /** The same with a pointer to an earlier transaction. */
  public static Transaction pointingTo(Transaction earlier, String text) {
    return build(text, 1_700_000_000_000L, null, earlier);
  }

  private static Transaction build(
      String text, long timestamp, byte @Nullable [] file, @Nullable Transaction earlier) {
    TransactionBuilder builder = Transaction.builder().timestamp(timestamp).witness(OWNER);
    var asset = Asset.builder(OWNER).body(text);
    if (file != null) {
      asset.file(file);
    }
    var relation = builder.addRelation().assetGroup(GROUP).asset(asset.build());
    if (earlier != null) {
      relation.pointer(earlier.transactionId(), earlier.assetEntries().get(0).assetId());
    }
    return builder.sign(OWNER, KEY).build();
  }
}
