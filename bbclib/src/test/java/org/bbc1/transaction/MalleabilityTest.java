package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.SignatureEngines;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No byte of a signed transaction can be changed unnoticed: reading refuses it, or the id differs,
 * or a signature does not verify or is not the same.
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
