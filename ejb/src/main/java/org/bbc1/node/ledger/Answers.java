package org.bbc1.node.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Tells callers what became of their inserts, after putting the asset files in their places. All of
 * it runs on the executor, so that neither a caller's code nor a disk holds up the next commit.
 */
final class Answers {

  private static final Logger LOG = System.getLogger(Answers.class.getName());

  private final AssetStore files;
  private final Executor executor;
  private final Writability writability;

  Answers(AssetStore files, Executor executor, Writability writability) {
    this.files = files;
    this.executor = executor;
    this.writability = writability;
  }

  void committed(BatchResult result) {
    execute(() -> complete(result));
  }

  private void complete(BatchResult result) {
    try {
      discardAllBut(result.publish(), result.insert());
      files.publish(result.publish());
      result.insert().result().complete(result.outcome());
    } catch (IOException | RuntimeException e) {
      writability.files(false);
      LOG.log(Level.ERROR, "asset files of a committed transaction wait for the next start", e);
      result
          .insert()
          .result()
          .completeExceptionally(
              new LedgerUnavailableException(
                  "the transaction is committed, its asset files are not in place", e));
    }
  }

  /** Nothing of the insert is in the ledger. */
  void failed(PendingInsert insert, Throwable fault) {
    execute(
        () -> {
          discardAllBut(List.of(), insert);
          insert.result().completeExceptionally(fault);
        });
  }

  /**
   * Nobody knows whether the insert is in the ledger. Its files are kept for the next start, which
   * will.
   */
  void uncertain(PendingInsert insert, Throwable fault) {
    execute(() -> insert.result().completeExceptionally(fault));
  }

  private void discardAllBut(List<StagedFile> kept, PendingInsert insert) {
    insert.files().stream().filter(file -> !kept.contains(file)).forEach(files::discard);
  }

  private void execute(Runnable answer) {
    try {
      executor.execute(answer);
    } catch (RejectedExecutionException e) {
      // The executor is shut down. An answer that never comes would be worse than a late commit.
      answer.run();
    }
  }
}
