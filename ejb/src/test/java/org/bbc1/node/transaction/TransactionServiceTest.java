package org.bbc1.node.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.node.domain.NoSuchDomainException;
import org.bbc1.node.ledger.SearchCondition;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionServiceTest {

  private static final byte[] FILE = Samples.bytes("file");

  @TempDir Path folder;
  private TestNode node;
  private TransactionService transactions;

  @BeforeEach
  void start() {
    node = TestNode.in(folder).start();
    node.ask(Requests.setUp(Requests.DOMAIN));
    transactions = node.services().transactions();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void manyInsertsOfTheSameTransactionGiveOneSuccess() {
    Transaction transaction = Samples.note("wanted by all");
    List<CompletionStage<InsertResult>> stages = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      stages.add(transactions.insert(Requests.DOMAIN, transaction.serialize(), Map.of()));
    }

    List<InsertResult> results =
        stages.stream().map(stage -> stage.toCompletableFuture().join()).toList();

    assertThat(results).filteredOn(InsertResult.Inserted.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(InsertResult.Refused.class::isInstance)
        .hasSize(63)
        .allMatch(result -> ((InsertResult.Refused) result).refusal() == Refusal.DUPLICATE);
    assertThat(transactions.count(Requests.DOMAIN, SearchCondition.NONE)).isEqualTo(1);
  }

  @Test
  void badMemberOfABurstDoesNotHarmTheOthers() {
    List<CompletionStage<InsertResult>> stages = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      byte[] wire = Samples.note("burst " + i).serialize();
      if (i % 3 == 0) {
        wire[wire.length - 1] ^= 1;
      }
      stages.add(transactions.insert(Requests.DOMAIN, wire, Map.of()));
    }

    assertThat(stages.stream().map(stage -> stage.toCompletableFuture().join()))
        .filteredOn(InsertResult.Inserted.class::isInstance)
        .hasSize(20);
  }

  @Test
  void acceptedInsertsAreFinishedWhenTheNodeStops() {
    List<CompletionStage<InsertResult>> stages = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      stages.add(
          transactions.insert(Requests.DOMAIN, Samples.note("last " + i).serialize(), Map.of()));
    }
    node.close();

    assertThat(stages.stream().map(stage -> stage.toCompletableFuture().join()))
        .allMatch(InsertResult.Inserted.class::isInstance);
    node = TestNode.in(folder).start();
    assertThat(node.services().transactions().count(Requests.DOMAIN, SearchCondition.NONE))
        .isEqualTo(100);
  }

  @Test
  void filesOfExternalDomainsAreCheckedAndNotStored() {
    DomainId external = DomainId.fromHex("e0".repeat(32));
    node.ask(Requests.setUp(external, "{\"storage\": {\"type\": \"external\"}}"));
    Transaction transaction = Samples.withFile("external", FILE);
    AssetId asset = transaction.assetEntries().get(0).assetId();

    InsertResult bad =
        transactions
            .insert(external, transaction.serialize(), Map.of(asset, Samples.bytes("other")))
            .toCompletableFuture()
            .join();
    InsertResult good =
        transactions
            .insert(external, transaction.serialize(), Map.of(asset, FILE))
            .toCompletableFuture()
            .join();

    assertThat(bad).isInstanceOf(InsertResult.Refused.class);
    assertThat(good).isInstanceOf(InsertResult.Inserted.class);
    assertThat(folder.resolve(external.toHex())).doesNotExist();
    assertThat(transactions.find(external, transaction.transactionId()).orElseThrow().assetFiles())
        .isEmpty();
  }

  @Test
  void readingAnUnknownDomainIsAnError() {
    assertThatThrownBy(
            () -> transactions.count(DomainId.fromHex("99".repeat(32)), SearchCondition.NONE))
        .isInstanceOf(NoSuchDomainException.class);
    assertThatThrownBy(() -> transactions.find(null, Samples.note("x").transactionId()))
        .isInstanceOf(NoSuchDomainException.class);
  }
}
