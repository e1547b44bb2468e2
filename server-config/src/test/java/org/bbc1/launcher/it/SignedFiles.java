package org.bbc1.launcher.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Event;
import org.bbc1.transaction.Transaction;

/** Transactions as an application would make them, each other than all before. For tests only. */
final class SignedFiles {
  static final DomainId DOMAIN = DomainId.of(bytes("test domain"));
  static final AssetGroupId GROUP = AssetGroupId.of(bytes("test group"));

  private final UserId user;
  private final KeyPair testKey;
  private final Random random;

  SignedFiles(long seed) {
    this.random = new Random(seed);
    byte[] privateKey = new byte[32];
    random.nextBytes(privateKey);
    privateKey[0] = 1;
    this.testKey = KeyPair.fromPrivateKey(Curve.P256, privateKey);
    this.user = UserId.of(bytes("user " + seed));
  }

  UserId user() {
    return user;
  }

  /** A transaction without a file. */
  Transaction next() {
    return signed(Asset.builder(user).body("entry " + random.nextLong()).build());
  }

  /** A transaction whose asset is a file. */
  Transaction withFile(byte[] content) {
    return signed(Asset.builder(user).file(content).body("file").build());
  }

  private Transaction signed(Asset asset) {
    return Transaction.builder()
        .add(Event.builder().assetGroup(GROUP).asset(asset).mandatoryApprover(user).build())
        .witness(user)
        .sign(user, testKey)
        .build();
  }

  private static byte[] bytes(String text) {
    byte[] padded = new byte[32];
    byte[] given = text.getBytes(UTF_8);
    System.arraycopy(given, 0, padded, 0, given.length);
    return padded;
  }
}
