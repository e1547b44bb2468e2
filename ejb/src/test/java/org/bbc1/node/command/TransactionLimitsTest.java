package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.bbc1.transaction.WireFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits for reading transactions come from the configuration. */
class TransactionLimitsTest {

  @TempDir Path folder;

  /** Compresses to less than a hundredth. */
  private static Transaction large() {
    TransactionBuilder builder = Transaction.builder().wireFormat(WireFormat.ZLIB);
    for (int i = 0; i < 20; i++) {
      builder
          .addRelation()
          .assetGroup(Samples.GROUP)
          .asset(builder.asset(Samples.OWNER).body(new byte[0xffff]).build());
    }
    return builder.build();
  }

  private static Message search(Transaction transaction) {
    return Requests.of(Command.REQUEST_SEARCH_TRANSACTION)
        .put(KeyType.TRANSACTION_ID, transaction.transactionId())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "bbc1.transaction.max-content-bytes,1000000",
    "bbc1.transaction.max-ratio,99",
    "bbc1.transaction.max-parts,19"
  })
  void whatExceedsALimitIsABadTransactionAndWhatIsStoredStaysReadable(String key, String value) {
    Transaction transaction = large();
    try (TestNode lax = lax().start()) {
      lax.ask(Requests.setUp(Requests.DOMAIN));
      Replies.assertSuccess(lax.ask(Requests.insert(transaction)));
    }
    try (TestNode strict = lax().set(key, value).start()) {
      Replies.assertFailure(strict.ask(Requests.insert(large())), -1, "Bad transaction format");
      Message found = strict.ask(search(transaction));
      assertThat(found.bytes(KeyType.TRANSACTION_DATA)).isEqualTo(transaction.serialize());
    }
  }

  private TestNode.Setup lax() {
    return TestNode.in(folder).set("bbc1.transaction.max-ratio", "10000");
  }

  @ParameterizedTest
  @CsvSource({
    "bbc1.transaction.max-content-bytes,1073741825",
    "bbc1.transaction.max-ratio,0",
    "bbc1.transaction.max-nesting,0",
    "bbc1.transaction.max-parts,-1"
  })
  void aLimitThatMakesNoSenseIsNamed(String key, String value) {
    TestNode.Setup setup = TestNode.in(folder).set(key, value);
    assertThatThrownBy(setup::start)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key);
  }

  @Test
  void byDefaultAContentMayBeAHundredTimesItsCompressedForm() {
    try (TestNode node = TestNode.in(folder).start()) {
      node.ask(Requests.setUp(Requests.DOMAIN));
      Replies.assertFailure(node.ask(Requests.insert(large())), -1, "Bad transaction format");
    }
  }
}
