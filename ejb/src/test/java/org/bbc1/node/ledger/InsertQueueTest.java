package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InsertQueueTest {

  private static PendingInsert insert() {
    TransactionRow row = TransactionRow.of(TestLedgerTransactions.simple());
    return new PendingInsert(1, row, Origin.CLIENT, List.of());
  }

  @Test
  void roomIsBoundedByNumberAndByBytesAndComesBack() {
    InsertQueue queue = new InsertQueue(2, 100);

    assertThat(queue.reserve(10)).isTrue();
    assertThat(queue.reserve(91)).isFalse();
    assertThat(queue.reserve(90)).isTrue();
    assertThat(queue.reserve(0)).isFalse();
    queue.release(90);
    assertThat(queue.reserve(50)).isTrue();
  }

  @Test
  void aSingleLargeInsertIsLetInWhenNothingWaits() {
    InsertQueue queue = new InsertQueue(2, 100);

    assertThat(queue.reserve(1000)).isTrue();
    assertThat(queue.reserve(1)).isFalse();
    queue.release(1000);
    assertThat(queue.reserve(1)).isTrue();
    assertThat(queue.reserve(1000)).isFalse();
  }

  @Test
  void takingGivesRoomBackAndKeepsTheOrder() {
    InsertQueue queue = new InsertQueue(3, Long.MAX_VALUE);
    List<PendingInsert> inserts = List.of(insert(), insert(), insert());
    for (PendingInsert insert : inserts) {
      assertThat(queue.reserve(insert.size())).isTrue();
      assertThat(queue.add(insert)).isTrue();
    }
    assertThat(queue.reserve(1)).isFalse();

    assertThat(queue.takeBatch(2, Long.MAX_VALUE)).isEqualTo(inserts.subList(0, 2));
    assertThat(queue.reserve(1)).isTrue();
    assertThat(queue.takeBatch(2, 1)).isEqualTo(inserts.subList(2, 3));
  }

  @Test
  void closedQueueGivesWhatItHasAndThenNothing() {
    InsertQueue queue = new InsertQueue(3, Long.MAX_VALUE);
    PendingInsert waiting = insert();
    queue.reserve(waiting.size());
    queue.add(waiting);

    queue.close();

    assertThat(queue.add(insert())).isFalse();
    assertThat(queue.takeBatch(10, 10)).containsExactly(waiting);
    assertThat(queue.takeBatch(10, 10)).isEmpty();
  }

  @Test
  void closingEndsTheWait() {
    InsertQueue queue = new InsertQueue(3, Long.MAX_VALUE);
    CompletableFuture<List<PendingInsert>> taken =
        CompletableFuture.supplyAsync(() -> queue.takeBatch(10, 10));

    queue.close();

    assertThat(taken).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(List.of());
  }

  @Test
  void limitsThatLetNothingThroughAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LedgerSettings(0, 1, 1, 1, 1, 1, 1));
  }

  @Test
  void verifiedDigestsAreForgottenOldestFirst() {
    VerifiedCache cache = new VerifiedCache(2);
    cache.add(new byte[] {1});
    cache.add(new byte[] {2});
    assertThat(cache.contains(new byte[] {1})).isTrue();

    cache.add(new byte[] {3});

    assertThat(cache.contains(new byte[] {1})).isTrue();
    assertThat(cache.contains(new byte[] {2})).isFalse();
  }
}
