package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The writer is held up in the middle of a commit by an asset store that waits. */
class BackPressureTest extends LedgerFixture {

  @Override
  TestDatabase createDatabase(Path folder) {
    return new H2TestDatabase(folder);
  }

  /** Waits before each commit that has files. */
  private record WaitingStore(AssetStore inner, CountDownLatch reached, CountDownLatch go)
      implements AssetStore {

    @Override
    public StagedFile stage(AssetKey key, byte[] content, byte[] sha256) throws IOException {
      return inner.stage(key, content, sha256);
    }

    @Override
    public void retain(Collection<StagedFile> files) throws IOException {
      reached.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      inner.retain(files);
    }

    @Override
    public void publish(Collection<StagedFile> files) throws IOException {
      inner.publish(files);
    }

    @Override
    public void discard(StagedFile file) {
      inner.discard(file);
    }

    @Override
    public byte @Nullable [] read(AssetKey key, int limit) {
      return inner.read(key, limit);
    }

    @Override
    public void recover(Function<AssetKey, byte @Nullable []> sha256OfKnown) throws IOException {
      inner.recover(sha256OfKnown);
    }

    @Override
    public void probe() throws IOException {
      inner.probe();
    }
  }

  private static CompletableFuture<InsertOutcome> start(Ledger ledger, Transaction transaction) {
    return ledger.insert(DOMAIN, transaction, Origin.CLIENT, Map.of()).toCompletableFuture();
  }

  @Test
  void fullQueueRefusesAndWhatQueuedUpDuringACommitGoesIntoTheNext() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    LedgerSettings four = new LedgerSettings(4, 1 << 20, 100, 1 << 20, 1 << 20, 1 << 20, 10);
    AssetStore store = new WaitingStore(new FolderAssetStore(root()), reached, go);
    try (JdbcLedger waiting = open(store, four)) {
      CompletableFuture<InsertOutcome> first = start(waiting, TestLedgerTransactions.simple());
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
      List<CompletableFuture<InsertOutcome>> queued =
          List.of(
              start(waiting, TestLedgerTransactions.simple()),
              start(waiting, TestLedgerTransactions.simple()),
              start(waiting, TestLedgerTransactions.simple()),
              start(waiting, TestLedgerTransactions.simple()));
      CompletableFuture<InsertOutcome> refused = start(waiting, TestLedgerTransactions.simple());

      assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(LedgerBusyException.class);
      assertThat(first).isNotDone();
      assertThat(queued).noneMatch(CompletableFuture::isDone);
      go.countDown();

      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(InsertOutcome.INSERTED);
      for (CompletableFuture<InsertOutcome> stage : queued) {
        assertThat(stage.get(10, TimeUnit.SECONDS)).isEqualTo(InsertOutcome.INSERTED);
      }
      assertThat(waiting.counters()).isEqualTo(new LedgerCounters(2, 5));
    }
  }
}
