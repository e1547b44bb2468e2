package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.DocumentEncoding;
import org.bbc1.transaction.codec.DocumentValue;
import org.jspecify.annotations.Nullable;

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

  /** Maps and lists around the body of an asset in a document. */
  private static final int DEPTH_OF_BODY = 5;

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
    return next(anyOf(WireFormat.values()));
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
    private final @Nullable FormatType legacy;
    private final int version;
    private final Dialect dialect = anyOf(Dialect.values());
    private final TransactionBuilder builder;
    private final IdLengths lengths;
    private final Map<AssetId, byte[]> files = new HashMap<>();
    private final Set<AssetId> assetIds = new HashSet<>();
    private final List<UserId> users = new ArrayList<>();

    Making(WireFormat format) {
      this.format = format;
      this.legacy = legacy();
      this.version = upTo(legacy == null ? 2 : 1);
      this.builder = builder();
      this.lengths = builder.idLengths();
      for (int i = 1 + upTo(4); i > 0; i--) {
        users.add(UserId.of(bytes(lengths.userId())));
      }
    }

    /** The oldest format shares its header with the current one. */
    private @Nullable FormatType legacy() {
      if (format == WireFormat.ZLIB || format == WireFormat.PLAIN && !oneIn(4)) {
        return null;
      }
      return FormatType.ofNumber(format.header());
    }

    private TransactionBuilder builder() {
      return legacy == null
          ? Transaction.builder().version(version).idLengths(lengths()).wireFormat(format)
          : TransactionBuilder.legacy(legacy, lengthOfTransactionId(), dialect).version(version);
    }

    private IdLengths lengths() {
      return new IdLengths(
          lengthOfTransactionId(), length(), length(), length(), upTo(Asset.MAXIMUM_NONCE));
    }

    /** In packed version 0 it is not stored, so it has to be the configured one. */
    private int lengthOfTransactionId() {
      return version == 0 && format.isPacked() ? 32 : length();
    }

    private int length() {
      return oneIn(3) ? 32 : 1 + upTo(31);
    }

    WithFiles make() {
      builder.timestamp(timestamp());
      times(2, this::addReference);
      times(2, this::addEvent);
      times(3, this::addRelation);
      if (!format.isPacked()) {
        addRelation(); // no id at all would leave a reader no way to tell the dialect
      }
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

    /** Short ids may meet, and a file belongs to one asset only. */
    private Asset asset() {
      byte[] file = oneIn(3) ? bytes(1 + upTo(50)) : new byte[0];
      Asset asset;
      do {
        AssetBuilder unfinished =
            builder.asset(user()).nonce(bytes(Asset.MAXIMUM_NONCE)).file(file);
        asset = withBody(unfinished).build();
      } while (!assetIds.add(asset.assetId()));
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
        default -> asset.body(AssetBody.of(documents.map(shape()), encoding()));
      };
    }

    private RandomDocuments.Shape shape() {
      return new RandomDocuments.Shape(
          encoding() == DocumentEncoding.BSON,
          legacy != null,
          DocumentValue.MAXIMUM_NESTING - (format.isPacked() ? 0 : DEPTH_OF_BODY));
    }

    private DocumentEncoding encoding() {
      return legacy == null || legacy.name().startsWith("MSGPACK")
          ? DocumentEncoding.messagePack(dialect)
          : DocumentEncoding.BSON;
    }

    private Signature signature(byte[] digest) {
      if (oneIn(5)) {
        return Signature.EMPTY;
      }
      KeyPair pair = keys.get(random.nextInt(KEYS));
      byte[] signature = realSignatures ? pair.sign(digest) : bytes(Signature.SIGNATURE_SIZE);
      return Signature.of(
          pair.curve(), legacy == null && oneIn(6) ? null : pair.publicKey(), signature);
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
