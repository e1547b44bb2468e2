package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.AssetIdCheck;
import org.bbc1.transaction.SlotCheck;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionFormatException;
import org.bbc1.transaction.TransactionValidator;
import org.bbc1.transaction.WireFormat;

/** What must hold for whatever bytes are read as a transaction. */
final class TransactionOracle {

  /** The smallest values cost the most: objects for one or two bytes each. */
  private static final long FACTOR = 128;

  private static final TransactionValidator VALIDATOR =
      new TransactionValidator(SignatureEngines.fastest());

  private TransactionOracle() {}

  /**
   * Checks what becomes of the bytes.
   *
   * @param contentLength length of the content in bytes: that of the wire for plain forms
   */
  static void check(byte[] wire, long contentLength) throws Exception {
    Transaction transaction;
    try {
      transaction =
          Allocation.bounded(wire.length + contentLength, FACTOR, () -> Transaction.read(wire));
    } catch (TransactionFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(transaction.serialize()).isEqualTo(wire);
    checkOtherForms(transaction);
    checkViews(transaction);
  }

  private static void checkOtherForms(Transaction transaction) {
    for (WireFormat format : new WireFormat[] {WireFormat.PLAIN, WireFormat.ZLIB}) {
      Transaction again = Transaction.read(transaction.serialize(format));
      assertThat(again).isEqualTo(transaction);
      assertThat(again.digest()).isEqualTo(transaction.digest());
    }
  }

  /** None of them may fail, whatever was read. */
  private static void checkViews(Transaction transaction) {
    assertThat(transaction.digest()).startsWith(transaction.transactionId().toByteArray());
    assertThat(transaction.assetEntries()).doesNotContainNull();
    assertThat(transaction.assetGroupIds()).doesNotContainNull();
    assertThat(transaction.links()).doesNotContainNull();
    assertThat(new ArrayList<Object>(AssetIdCheck.check(transaction))).doesNotContainNull();
    assertThat(new ArrayList<Object>(SlotCheck.missingSlots(transaction))).doesNotContainNull();
    assertThat(VALIDATOR.validate(transaction)).isNotNull();
  }
}
