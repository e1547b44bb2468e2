package org.bbc1.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The transactions and requests of the measurement: one relation with one asset of 256 bytes, a
 * witness, one signature with its public key; 633 bytes serialized, 671 with a pointer to a
 * predecessor.
 */
final class Workload {

  static final DomainId DOMAIN = DomainId.of(sha256("bench-domain"));
  static final AssetGroupId CHAIN_GROUP = AssetGroupId.of(sha256("bench-ag-trav"));

  private static final int BODY_BYTES = 256;
  private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;

  private final Random random;
  private long serial;

  Workload(long seed) {
    random = new Random(seed);
    serial = seed * 1_000_000;
  }

  static UserId user(int number) {
    return UserId.of(sha256("bench-user-" + number));
  }

  static AssetGroupId group(Curve curve) {
    return AssetGroupId.of(sha256(curve == Curve.P256 ? "bench-ag-p256" : "bench-ag-k1"));
  }

  /** A signed transaction of this user, with a pointer to the predecessor if one is given. */
  Transaction transaction(
      AssetGroupId group, UserId user, KeyPair key, @Nullable TransactionId predecessor) {
    byte[] nonce = new byte[32];
    random.nextBytes(nonce);
    Asset asset = Asset.builder(user).nonce(nonce).body(body(serial)).build();
    TransactionBuilder builder = new TransactionBuilder().timestamp(FIRST_TIMESTAMP + serial);
    serial++;
    var relation = builder.addRelation().assetGroup(group).asset(asset);
    if (predecessor != null) {
      relation.pointer(predecessor);
    }
    return builder.witness(user).sign(user, key).build();
  }

  /** This many independent transactions. */
  List<Transaction> transactions(AssetGroupId group, UserId user, KeyPair key, int count) {
    List<Transaction> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      made.add(transaction(group, user, key, null));
    }
    return made;
  }

  static byte[] register(UserId user) {
    return Frames.encode(
        Message.of(Command.REGISTER)
            .put(KeyType.DOMAIN_ID, DOMAIN)
            .put(KeyType.SOURCE_USER_ID, user)
            .put(KeyType.STATUS, 0)
            .build());
  }

  static byte[] insert(UserId user, Transaction transaction) {
    return Frames.encode(
        request(Command.REQUEST_INSERT, user)
            .put(KeyType.TRANSACTION_DATA, transaction.serialize())
            .put(KeyType.ALL_ASSET_FILES, Map.of())
            .build());
  }

  static byte[] search(UserId user, TransactionId id) {
    return Frames.encode(
        request(Command.REQUEST_SEARCH_TRANSACTION, user).put(KeyType.TRANSACTION_ID, id).build());
  }

  static byte[] searchGroup(UserId user, AssetGroupId group, int count) {
    return Frames.encode(
        request(Command.REQUEST_SEARCH_WITH_CONDITIONS, user)
            .put(KeyType.ASSET_GROUP_ID, group)
            .put(KeyType.DIRECTION, 0)
            .put(KeyType.COUNT, count)
            .build());
  }

  static byte[] count(UserId user, AssetGroupId group) {
    return Frames.encode(
        request(Command.REQUEST_COUNT_TRANSACTIONS, user)
            .put(KeyType.ASSET_GROUP_ID, group)
            .build());
  }

  static byte[] traverse(UserId user, TransactionId start, int hops) {
    return Frames.encode(
        request(Command.REQUEST_TRAVERSE_TRANSACTIONS, user)
            .put(KeyType.TRANSACTION_ID, start)
            .put(KeyType.DIRECTION, 1)
            .put(KeyType.HOP_COUNT, hops)
            .build());
  }

  private static Message.Builder request(Command command, UserId user) {
    return Message.of(command)
        .put(KeyType.DOMAIN_ID, DOMAIN)
        .put(KeyType.SOURCE_USER_ID, user)
        .put(KeyType.STATUS, 0)
        .put(KeyType.QUERY_ID, new byte[] {1, 0});
  }

  private static byte[] body(long number) {
    byte[] body = new byte[BODY_BYTES];
    Arrays.fill(body, (byte) '.');
    byte[] text = "%010d record of the bench".formatted(number).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, body, 0, text.length);
    return body;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
