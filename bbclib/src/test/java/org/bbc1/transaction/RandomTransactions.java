package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;

/**
 * Makes valid transactions of every shape for tests: all formats, versions, lengths of ids, kinds
 * of parts and bodies. The same seed gives the same sequence; where signatures are real, only they
 * may differ between runs. The keys are test keys and protect nothing. For a transaction with a
 * certain content take {@link TestTransactions}.
 */
public final class RandomTransactions {

  /** A transaction and the contents of all its asset files. */
  public record WithFiles(Transaction transaction, Map<AssetId, byte[]> files) {}

  private static final int KEYS = 4;
  private static final int REMEMBERED = 8;

  private final Random random;
  private final RandomDocuments documents;
  private final boolean realSignatures;
  private final List<KeyPair> keys = new ArrayList<>();
  private final List<Transaction> earlier = new ArrayList<>();

  private RandomTransactions(long seed, boolean realSignatures) {
    this.random = new Random(seed);
    this.documents = new RandomDocuments(random);
    this.realSignatures = realSignatures;
    for (int i = 0; i < KEYS; i++) {
      keys.add(keyPair(i % 2 == 0 ? Curve.P256 : Curve.SECP256K1, i >= KEYS / 2));
    }
  }

  /** A sequence of transactions whose every filled slot holds a signature that verifies. */
  public static RandomTransactions signed(long seed) {
    return new RandomTransactions(seed, true);
  }

  /** The same without the cost of signing: filled slots hold random bytes that do not verify. */
  public static RandomTransactions withFalseSignatures(long seed) {
    return new RandomTransactions(seed, false);
  }

  /** The next transaction, in any format. */
  public Transaction next() {
    return next(anyOf(new WireFormat[] {WireFormat.PLAIN, WireFormat.ZLIB}));
  }

  /** The next transaction, in this format. */
  public Transaction next(WireFormat format) {
    return nextWithFiles(format).transaction();
  }

  /** The next transaction, in this format, and its files. */
  public WithFiles nextWithFiles(WireFormat format) {
    WithFiles made = new Making(format).make();
    if (earlier.size() == REMEMBERED) {
      earlier.remove(random.nextInt(REMEMBERED));
    }
    earlier.add(made.transaction());
    return made;
  }

  private KeyPair keyPair(Curve curve, boolean compressed) {
    byte[] privateKey = bytes(32);
    privateKey[0] = 1;
    KeyPair pair = KeyPair.fromPrivateKey(curve, privateKey);
    return compressed ? pair.withCompressedPublicKey() : pair;
  }

  private byte[] bytes(int length) {
    return documents.bytes(length);
  }

  private <T> T anyOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  private int upTo(int maximum) {
    return random.nextInt(maximum + 1);
  }

  /** One transaction in the making. */
  private final class Making {

    private final WireFormat format;
    private final int version = upTo(2);
    private final IdLengths lengths = lengths();
    private final TransactionBuilder builder = Transaction.builder();
    private final Map<AssetId, byte[]> files = new HashMap<>();
    private final List<UserId> users = new ArrayList<>();

    Making(WireFormat format) {
      this.format = format;
      for (int i = 1 + upTo(4); i > 0; i--) {
        users.add(UserId.of(bytes(lengths.userId())));
      }
    }

    private IdLengths lengths() {
      if (oneIn(3)) {
        return IdLengths.FULL;
      }
      int transactionId = version == 0 ? 32 : 1 + upTo(31);
      return new IdLengths(
          transactionId, 1 + upTo(31), 1 + upTo(31), 1 + upTo(31), upTo(Asset.MAXIMUM_NONCE));
    }

    WithFiles make() {
      builder.version(version).idLengths(lengths).wireFormat(format).timestamp(timestamp());
      times(2, this::addReference);
      times(2, this::addEvent);
      times(3, this::addRelation);
      if (oneIn(2)) {
        builder.witness(users.subList(0, upTo(users.size())).toArray(UserId[]::new));
      }
      if (oneIn(3)) {
        builder.crossRef(DomainId.of(bytes(32)), TransactionId.of(bytes(32)));
      }
      times(2, () -> builder.addSlot(Signature.EMPTY));
      Transaction unsigned = builder.build();
      List<Signature> slots =
          unsigned.signatures().stream().map(slot -> signature(unsigned.digest())).toList();
      return new WithFiles(unsigned.withSignatures(slots), Map.copyOf(files));
    }

    private void times(int maximum, Runnable action) {
      IntStream.range(0, upTo(maximum)).forEach(i -> action.run());
    }

    private long timestamp() {
      return switch (upTo(3)) {
        case 0 -> random.nextLong() & Long.MAX_VALUE;
        case 1 -> 1_700_000_000L + upTo(1000);
        default -> 1_700_000_000_000L + upTo(1_000_000);
      };
    }

    /** To an event made before if there is one, else to one that nobody has seen. */
    private void addReference() {
      List<Transaction> usable =
          earlier.stream()
              .filter(transaction -> !transaction.events().isEmpty())
              .filter(
                  transaction -> transaction.transactionId().length() >= lengths.transactionId())
              .toList();
      if (usable.isEmpty() || oneIn(3)) {
        List<Integer> slots = IntStream.range(0, upTo(3)).mapToObj(i -> upTo(3)).toList();
        builder.add(
            new Reference(group(), TransactionId.of(bytes(32)), random.nextInt(0x10000), slots));
      } else {
        Transaction referred = usable.get(random.nextInt(usable.size()));
        builder.addReference(group(), referred, random.nextInt(referred.events().size()));
      }
    }

    private void addEvent() {
      EventBuilder event = builder.addEvent().assetGroup(group()).asset(asset());
      times(2, () -> event.referenceIndex(random.nextInt(0x10000)));
      times(2, () -> event.mandatoryApprover(user()));
      int listed = upTo(3);
      IntStream.range(0, listed).forEach(i -> event.optionApprover(user()));
      event.optionParameter(upTo(listed), listed);
    }

    private void addRelation() {
      RelationBuilder relation = builder.addRelation().assetGroup(group());
      times(3, () -> relation.pointer(TransactionId.of(bytes(32)), oneIn(2) ? null : assetId()));
      if (!oneIn(4)) {
        relation.asset(asset());
      }
      if (version == 2 && oneIn(3)) {
        relation.assetRaw(assetId(), bytes(upTo(40)));
      }
      if (version == 2 && oneIn(3)) {
        relation.assetHash(IntStream.range(0, upTo(3)).mapToObj(i -> assetId()).toList());
      }
    }

    private Asset asset() {
      byte[] file = oneIn(3) ? bytes(1 + upTo(50)) : new byte[0];
      AssetBuilder builder =
          Asset.builder(user(), lengths).nonce(bytes(Asset.MAXIMUM_NONCE)).file(file);
      Asset asset = withBody(builder).build();
      if (file.length > 0) {
        files.put(asset.assetId(), file);
      }
      return asset;
    }

    private AssetBuilder withBody(AssetBuilder asset) {
      return switch (upTo(5)) {
        case 0 -> asset;
        case 1 -> asset.body(documents.text());
        case 2 -> asset.body(bytes(upTo(oneIn(10) ? 2000 : 60)));
        default -> asset.body(documents.map(false), anyOf(Dialect.values()));
      };
    }

    private Signature signature(byte[] digest) {
      if (oneIn(5)) {
        return Signature.EMPTY;
      }
      KeyPair pair = keys.get(random.nextInt(KEYS));
      byte[] signature = realSignatures ? pair.sign(digest) : bytes(Signature.SIGNATURE_SIZE);
      return Signature.of(pair.curve(), oneIn(6) ? null : pair.publicKey(), signature);
    }

    private UserId user() {
      return users.get(random.nextInt(users.size()));
    }

    private AssetGroupId group() {
      return AssetGroupId.of(bytes(32));
    }

    private AssetId assetId() {
      return AssetId.of(bytes(32));
    }
  }
}
