package org.bbc1.node.ledger;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.transaction.Transaction;

/**
 * What an insert needs before the writer takes it – room in the queue, its rows, its asset files on
 * disk – done by the caller's thread, so that files of several callers reach the disk at the same
 * time.
 */
final class InsertService implements AutoCloseable {

  private static final Logger LOG = System.getLogger(InsertService.class.getName());
  private static final long CLOSE_TIMEOUT_MILLIS = 30_000;

  private final InsertQueue queue;
  private final Thread writerThread;
  private final AssetStore files;
  private final VerifiedCache verified;
  private final Writability writability;

  InsertService(
      InsertQueue queue,
      GroupCommitWriter writer,
      ThreadFactory threads,
      AssetStore files,
      VerifiedCache verified,
      Writability writability) {
    this.queue = queue;
    this.files = files;
    this.verified = verified;
    this.writability = writability;
    this.writerThread = threads.newThread(writer);
    this.writerThread.start();
  }

  CompletionStage<InsertOutcome> insert(
      DomainId domain,
      int domainNo,
      Transaction transaction,
      Origin origin,
      Map<AssetId, byte[]> contents) {
    TransactionRow row = TransactionRow.of(transaction);
    long size = row.data().length;
    if (!queue.reserve(size)) {
      return CompletableFuture.failedFuture(
          new LedgerBusyException("too many inserts are waiting for the database"));
    }
    List<StagedFile> staged = new ArrayList<>();
    try {
      if (new FileStaging(files, domain, contents, staged).stage(row.assets())) {
        writability.files(true);
      }
      return enqueue(new PendingInsert(domainNo, row, origin, staged));
    } catch (IOException e) {
      writability.files(false);
      return abandon(size, staged, unavailable("cannot store asset files: " + e.getMessage(), e));
    } catch (RuntimeException e) {
      return abandon(size, staged, e);
    }
  }

  private CompletionStage<InsertOutcome> enqueue(PendingInsert insert) {
    // Its signatures have been verified at the door; the next reader need not do that again.
    verified.add(insert.row().sha256());
    if (!queue.add(insert)) {
      throw new LedgerUnavailableException("the ledger is closed", null);
    }
    return insert.result();
  }

  private CompletionStage<InsertOutcome> abandon(
      long size, List<StagedFile> staged, RuntimeException fault) {
    queue.release(size);
    staged.forEach(files::discard);
    return CompletableFuture.failedFuture(fault);
  }

  private static LedgerUnavailableException unavailable(String message, Exception cause) {
    LOG.log(Level.ERROR, message, cause);
    return new LedgerUnavailableException(message, cause);
  }

  /** Writes what is waiting and ends the writer. */
  @Override
  public void close() {
    queue.close();
    try {
      writerThread.join(CLOSE_TIMEOUT_MILLIS);
      if (writerThread.isAlive()) {
        LOG.log(Level.ERROR, "the ledger's writer still waits for the database");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
