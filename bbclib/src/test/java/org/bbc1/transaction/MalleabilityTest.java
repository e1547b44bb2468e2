package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.SignatureEngines;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No byte of a signed transaction can be changed unnoticed: reading refuses it, or the id differs,
 * or a signature does not verify. In a compressed form this holds for the content; the stream
 * around it has bits that mean nothing, such as those that fill its last byte, and no digest covers
 * it: there a change is refused, noticed, or leaves every byte of the content as it was.
 */
class MalleabilityTest {

  private static final TransactionValidator VALIDATOR =
      new TransactionValidator(SignatureEngines.fastest());

  static Stream<Named<Transaction>> transactions() {
    TestTransactions make = new TestTransactions(7);
    return Stream.of(
        Named.of("one relation, P-256", make.simple()),
        Named.of("one relation, secp256k1", make.simple(Curve.SECP256K1)),
        Named.of("one event", make.withEvent(make.assetGroup(), make.user())),
        Named.of("every part", make.everything()));
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void everyChangedByteIsNoticed(Transaction transaction) {
    byte[] wire = transaction.serialize();
    for (int i = 0; i < wire.length; i++) {
      for (int change : new int[] {0x01, 0x80, 0xff}) {
        byte[] changed = wire.clone();
        changed[i] ^= (byte) change;
        assertThat(isNoticed(transaction, changed)).as("byte %d", i).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void everyChangedByteOfTheContentIsNoticedInEveryFormat(WireFormat format) {
    boolean slow = format == WireFormat.BSON_BZ2 || format == WireFormat.MSGPACK_BZ2;
    for (Transaction transaction : signedIn(format).subList(0, slow ? 1 : 3)) {
      byte[] content = transaction.content();
      for (int i = 0; i < content.length; i++) {
        byte[] changed = content.clone();
        changed[i] ^= (byte) (1 << i % 8);
        assertThat(isNoticed(transaction, format.serialize(changed, 0)))
            .as("byte %d of %s", i, transaction)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ZLIB", "BSON_BZ2", "BSON_ZLIB", "MSGPACK_BZ2", "MSGPACK_ZLIB"})
  void noChangedByteOfACompressedStreamMakesAnotherContent(WireFormat format) {
    Transaction transaction = signedIn(format).get(0);
    byte[] wire = transaction.serialize();
    for (int i = 0; i < wire.length; i++) {
      byte[] changed = wire.clone();
      changed[i] ^= (byte) (1 << i % 8);
      assertThat(isNoticed(transaction, changed) || hasContentOf(transaction, changed))
          .as("byte %d", i)
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void everyCutIsRefusedInEveryFormat(WireFormat format) {
    byte[] wire = signedIn(format).get(0).serialize();
    for (int length = 0; length < wire.length; length++) {
      assertThat(isRefused(Arrays.copyOf(wire, length))).as("%d bytes", length).isTrue();
    }
    assertThat(isRefused(Arrays.copyOf(wire, wire.length + 1))).isTrue();
  }

  /** Of random shape, each slot signed with its key, ids too long to meet by chance. */
  private static List<Transaction> signedIn(WireFormat format) {
    RandomTransactions make = RandomTransactions.signed(8);
    return Stream.generate(() -> make.next(format))
        .filter(transaction -> transaction.transactionId().length() >= 8)
        .filter(transaction -> !transaction.signatures().isEmpty())
        .filter(transaction -> transaction.signatures().stream().allMatch(Signature::hasPublicKey))
        .limit(3)
        .toList();
  }

  private static boolean hasContentOf(Transaction original, byte[] changed) {
    return Arrays.equals(Transaction.read(changed).content(), original.content());
  }

  private static boolean isNoticed(Transaction original, byte[] changed) {
    Transaction read;
    try {
      read = Transaction.read(changed);
    } catch (TransactionFormatException e) {
      return true;
    }
    assertThat(read.serialize()).isEqualTo(changed);
    return !read.transactionId().equals(original.transactionId())
        || !VALIDATOR.validate(read).valid();
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void everyCutAndEveryAddedByteIsRefused(Transaction transaction) {
    for (WireFormat format : List.of(WireFormat.PLAIN, WireFormat.ZLIB)) {
      byte[] wire = transaction.serialize(format);
      for (int length = 0; length < wire.length; length++) {
        assertThat(isRefused(Arrays.copyOf(wire, length))).as("%d bytes", length).isTrue();
      }
      assertThat(isRefused(Arrays.copyOf(wire, wire.length + 1))).isTrue();
    }
  }

  private static boolean isRefused(byte[] wire) {
    try {
      Transaction.read(wire);
      return false;
    } catch (TransactionFormatException e) {
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void aValidTransactionIsValidInBothForms(Transaction transaction) {
    for (WireFormat format : List.of(WireFormat.PLAIN, WireFormat.ZLIB)) {
      Transaction read = Transaction.read(transaction.serialize(format));
      assertThat(read).isEqualTo(transaction);
      assertThat(VALIDATOR.validate(read).valid()).isTrue();
    }
  }
}
