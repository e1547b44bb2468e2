package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.launcher.it.SignedFiles.DOMAIN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ClientException;
import org.bbc1.client.SearchCondition;
import org.bbc1.client.SearchResult;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node keeps when it is stopped, and when it is killed. The same for every database. */
abstract class DurabilityContract {
  private static final int CLIENTS = 16;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 400;
  private static final int SIGTERM_EXIT = 128 + 15;

  @TempDir Path parent;

  /** Environment of a node with the database under test. */
  abstract Map<String, String> database();

  @Test
  void domainTransactionAndFileAreThereAfterARestart() throws Exception {
    Path folder = parent.resolve("node with space");
    byte[] content = "contents of a file".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    SignedFiles files = new SignedFiles(1);
    Transaction transaction = files.withFile(content);
    var asset = transaction.events().get(0).asset().assetId();

    try (PackedNode node = PackedNode.start(folder, database());
        BbcClient client = node.administrator()) {
      assertThat(client.setUpDomain(DOMAIN).done()).isTrue();
      client.register(DOMAIN, files.user());
      client.insert(transaction, Map.of(asset, content));

      client.close();
      assertThat(node.stop()).isEqualTo(SIGTERM_EXIT);
      assertThat(node.furtherOutput()).as("only the ready line is on standard output").isEmpty();
      assertThat(folder.resolve(".runtime")).doesNotExist();
    }

    try (PackedNode node = PackedNode.start(folder, database());
        BbcClient client = node.client()) {
      client.register(DOMAIN, files.user());
      SearchResult found = client.search(transaction.transactionId());

      assertThat(found.transactions())
          .extracting(Transaction::transactionId)
          .containsExactly(transaction.transactionId());
      assertThat(found.assetFiles().get(asset)).isEqualTo(content);
      assertThat(found.isCompromised()).isFalse();
    }
  }

  @Test
  void everyAcknowledgedTransactionIsThereAfterAKillDuringInserts() throws Exception {
    Path folder = parent.resolve("killed");
    Set<TransactionId> acknowledged = ConcurrentHashMap.newKeySet();
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
    AtomicBoolean killed = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (PackedNode node = PackedNode.start(folder, database())) {
      try (BbcClient administrator = node.administrator()) {
        assertThat(administrator.setUpDomain(DOMAIN).done()).isTrue();
      }
      List<Future<?>> inserting = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        SignedFiles files = new SignedFiles(100 + i);
        inserting.add(
            threads.submit(() -> insertUntilKilled(node, files, acknowledged, enough, killed)));
      }
      assertThat(enough.await(120, TimeUnit.SECONDS))
          .as("%s acknowledged", acknowledged.size())
          .isTrue();

      killed.set(true);
      node.kill();
      for (Future<?> client : inserting) {
        client.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    try (PackedNode node = PackedNode.start(folder, database());
        BbcClient client = node.client()) {
      client.register(DOMAIN, new SignedFiles(1).user());
      List<TransactionId> missing = new ArrayList<>();
      for (TransactionId id : acknowledged) {
        SearchResult found = client.search(id);
        if (found.isCompromised() || found.transactions().size() != 1) {
          missing.add(id);
        }
      }
      assertThat(missing).isEmpty();
      assertThat(client.count(SearchCondition.ANY)).isGreaterThanOrEqualTo(acknowledged.size());
      client.insert(new SignedFiles(99).next());
    }
  }

  private static void insertUntilKilled(
      PackedNode node,
      SignedFiles files,
      Set<TransactionId> acknowledged,
      CountDownLatch enough,
      AtomicBoolean killed) {
    try (BbcClient client = node.client()) {
      client.register(DOMAIN, files.user());
      while (!Thread.currentThread().isInterrupted()) {
        acknowledged.add(client.insert(files.next()));
        enough.countDown();
      }
    } catch (ClientException e) {
      if (!killed.get()) {
        throw e;
      }
    }
  }
}
