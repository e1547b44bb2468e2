package org.bbc1.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {

  private final Workload workload = new Workload(1);

  @ParameterizedTest
  @EnumSource(Curve.class)
  void a_transaction_has_the_size_that_the_figures_are_about(Curve curve) {
    Transaction made =
        workload.transaction(
            Workload.group(curve), Workload.user(0), KeyPair.generate(curve), null);

    assertThat(made.serialize()).hasSize(633);
    assertThat(
            new TransactionValidator(SignatureEngines.bouncyCastle())
                .validate(Transaction.read(made.serialize()))
                .valid())
        .isTrue();
  }

  @Test
  void a_chained_transaction_points_at_its_predecessor() {
    KeyPair key = KeyPair.generate(Curve.P256);
    Transaction first = workload.transaction(Workload.CHAIN_GROUP, Workload.user(0), key, null);
    Transaction second =
        workload.transaction(Workload.CHAIN_GROUP, Workload.user(0), key, first.transactionId());

    assertThat(second.serialize()).hasSize(671);
    assertThat(second.links())
        .singleElement()
        .satisfies(link -> assertThat(link.target()).isEqualTo(first.transactionId()));
  }

  @Test
  void no_two_transactions_of_a_run_are_the_same() {
    KeyPair key = KeyPair.generate(Curve.P256);

    assertThat(workload.transactions(Workload.group(Curve.P256), Workload.user(0), key, 100))
        .extracting(Transaction::transactionId)
        .doesNotHaveDuplicates();
  }
}
