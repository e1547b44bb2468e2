package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.transaction.json.TransactionJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was written is read as what it was, whatever it was: many random transactions. */
class RoundTripTest {

  private static final int TRANSACTIONS = 10_000;

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void everyTransactionComesBackFromItsBytesAndFromItsJson(WireFormat format) {
    RandomTransactions make = RandomTransactions.withFalseSignatures(42);
    for (int i = 0; i < TRANSACTIONS; i++) {
      Transaction made = make.next(withoutBzip2(format));
      byte[] wire = made.wireFormat() == format ? made.serialize() : bzip2(made, format);
      Transaction read = Transaction.read(wire);
      assertSame(read, made, wire);
      if (i % stepOfJson(format) == 0) {
        assertThat(read.withSignatures(read.signatures()).content()).isEqualTo(made.content());
        assertSame(TransactionJson.fromJson(TransactionJson.toJson(read)), made, wire);
      }
    }
  }

  /** bzip2 takes most of the time, so it is run no more often than it has to. */
  private static WireFormat withoutBzip2(WireFormat format) {
    return switch (format) {
      case BSON_BZ2 -> WireFormat.BSON;
      case MSGPACK_BZ2 -> WireFormat.MSGPACK;
      default -> format;
    };
  }

  private static byte[] bzip2(Transaction made, WireFormat format) {
    return format.serialize(made.content(), 0);
  }

  private static int stepOfJson(WireFormat format) {
    return withoutBzip2(format) == format ? 1 : 20;
  }

  private static void assertSame(Transaction read, Transaction made, byte[] wire) {
    assertThat(read.serialize()).isEqualTo(wire);
    assertThat(read).isEqualTo(made);
    assertThat(read.transactionId()).isEqualTo(made.transactionId());
    assertThat(read.digest()).isEqualTo(made.digest());
    assertThat(read.signatures()).isEqualTo(made.signatures());
    assertThat(read.assetEntries()).isEqualTo(made.assetEntries());
  }
}
