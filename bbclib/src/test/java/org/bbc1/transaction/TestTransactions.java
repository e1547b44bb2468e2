package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;

/**
 * Makes valid, signed transactions for tests. The same seed gives the same transactions with the
 * same ids; only signatures may differ between runs. The keys are test keys and protect nothing.
 */
public final class TestTransactions {

  /** A transaction and the content of its only asset file. */
  public record WithFile(
      Transaction transaction, AssetGroupId assetGroupId, AssetId assetId, byte[] file) {

    /** The file by its asset id, as validation and storage take it. */
    public Map<AssetId, byte[]> files() {
      return Map.of(assetId, file);
    }
  }

  private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;

  private final Random random;
  private final Map<UserId, KeyPair> keys = new HashMap<>();
  private long timestamp = FIRST_TIMESTAMP;

  /** A factory that always makes the same sequence. */
  public TestTransactions(long seed) {
    random = new Random(seed);
  }

  /** Random bytes of the sequence. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A new user id. */
  public UserId user() {
    return UserId.of(bytes(32));
  }

  /** A new asset group id. */
  public AssetGroupId assetGroup() {
    return AssetGroupId.of(bytes(32));
  }

  /** A new asset id, of no asset. */
  public AssetId assetId() {
    return AssetId.of(bytes(32));
  }

  /** A new transaction id, of no transaction. */
  public TransactionId transactionId() {
    return TransactionId.of(bytes(32));
  }

  /** A new domain id. */
  public DomainId domain() {
    return DomainId.of(bytes(32));
  }

  /** A new key pair on P-256. */
  public KeyPair keyPair() {
    return keyPair(Curve.P256);
  }

  /** A new key pair. */
  public KeyPair keyPair(Curve curve) {
    byte[] privateKey = bytes(32);
    privateKey[0] = 1;
    return KeyPair.fromPrivateKey(curve, privateKey);
  }

  /** The key pair with which this factory signs for the user; always the same one. */
  public KeyPair keyPairOf(UserId user) {
    return keys.computeIfAbsent(user, absent -> keyPair());
  }

  /** A version 2 builder with the next timestamp: one second after the last. */
  public TransactionBuilder builder() {
    timestamp += 1000;
    return Transaction.builder().version(2).timestamp(timestamp);
  }

  /** An asset with a body. */
  public Asset asset(UserId user) {
    return Asset.builder(user).nonce(bytes(32)).body("body " + random.nextInt(1000)).build();
  }

  /** One relation with an asset that has a body, signed by its user. */
  public Transaction simple() {
    return simple(assetGroup(), user());
  }

  /** One relation of this group with an asset of this user, signed by him. */
  public Transaction simple(AssetGroupId group, UserId user) {
    TransactionBuilder builder = builder();
    builder.addRelation().assetGroup(group).asset(asset(user));
    return signed(builder, user);
  }

  /** As {@link #simple()}, signed on the given curve. */
  public Transaction simple(Curve curve) {
    UserId user = user();
    keys.put(user, keyPair(curve));
    return simple(assetGroup(), user);
  }

  /** One relation with an asset that has a file of so many bytes, 1 at least. */
  public WithFile withFile(int size) {
    return withFile(assetGroup(), user(), size);
  }

  /** One relation of this group with an asset of this user that has a file. */
  public WithFile withFile(AssetGroupId group, UserId user, int size) {
    byte[] file = bytes(size);
    Asset asset = Asset.builder(user).nonce(bytes(32)).file(file).build();
    TransactionBuilder builder = builder();
    builder.addRelation().assetGroup(group).asset(asset);
    return new WithFile(signed(builder, user), group, asset.assetId(), file);
  }

  /** So many transactions, each but the first with a pointer to the one before. */
  public List<Transaction> chain(int length) {
    return chain(assetGroup(), user(), length);
  }

  /** A chain by pointers within one group, of one user. */
  public List<Transaction> chain(AssetGroupId group, UserId user, int length) {
    List<Transaction> chain = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      TransactionBuilder builder = builder();
      RelationBuilder relation = builder.addRelation().assetGroup(group).asset(asset(user));
      if (i > 0) {
        Transaction before = chain.get(i - 1);
        relation.pointer(before.transactionId(), before.relations().get(0).asset().assetId());
      }
      chain.add(signed(builder, user));
    }
    return chain;
  }

  /** One transaction with a relation in each of these groups. */
  public Transaction severalGroups(UserId user, AssetGroupId... groups) {
    TransactionBuilder builder = builder();
    for (AssetGroupId group : groups) {
      builder.addRelation().assetGroup(group).asset(asset(user));
    }
    return signed(builder, user);
  }

  /** An event whose use the user must approve, signed by him. */
  public Transaction withEvent(AssetGroupId group, UserId user) {
    TransactionBuilder builder = builder();
    builder.addEvent().assetGroup(group).asset(asset(user)).mandatoryApprover(user);
    return signed(builder, user);
  }

  /** Refers to the first event of an earlier transaction, signed by its mandatory approvers. */
  public Transaction referringTo(Transaction earlier) {
    Event event = earlier.events().get(0);
    TransactionBuilder builder = builder();
    UserId user = event.asset().userId();
    builder.addReference(event.assetGroupId(), earlier, 0);
    builder
        .addEvent()
        .assetGroup(event.assetGroupId())
        .referenceIndex(0)
        .asset(asset(user))
        .mandatoryApprover(user);
    event.mandatoryApprovers().forEach(approver -> builder.sign(approver, keyPairOf(approver)));
    return builder.build();
  }

  /**
   * Every part there is: event, reference, pointer, all kinds of assets, witness, cross reference,
   * signatures.
   */
  public Transaction everything() {
    UserId user = user();
    AssetGroupId group = assetGroup();
    Transaction earlier = withEvent(group, user);
    TransactionBuilder builder = builder();
    builder.addReference(group, earlier, 0);
    builder
        .addEvent()
        .assetGroup(group)
        .referenceIndex(0)
        .asset(asset(user))
        .mandatoryApprover(user)
        .optionApprover(user())
        .optionApprover(user())
        .optionParameter(1, 2);
    builder
        .addRelation()
        .assetGroup(assetGroup())
        .asset(Asset.builder(user).nonce(bytes(32)).file(bytes(10)).body("body").build())
        .assetRaw(assetId(), bytes(5))
        .assetHash(List.of(assetId(), assetId()))
        .pointer(earlier.transactionId())
        .pointer(transactionId(), assetId());
    builder.crossRef(domain(), transactionId());
    return signed(builder, user);
  }

  /** A serialised transaction that is well-formed, but one bit of its signature is wrong. */
  public byte[] withBadSignature() {
    byte[] wire = simple().serialize();
    wire[wire.length - 1 - random.nextInt(Signature.SIGNATURE_SIZE)] ^= 1;
    return wire;
  }

  private Transaction signed(TransactionBuilder builder, UserId user) {
    return builder.witness(user).sign(user, keyPairOf(user)).build();
  }
}
