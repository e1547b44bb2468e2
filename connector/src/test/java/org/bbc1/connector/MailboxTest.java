package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The mailbox on a worker that runs when the test says so. */
class MailboxTest {

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final List<String> events = new ArrayList<>();
  private final List<CompletableFuture<Void>> stages = new ArrayList<>();
  private boolean completeAtOnce = true;

  private final MemoryBudget budget = new MemoryBudget(8 << 20);
  private final Mailbox mailbox =
      new Mailbox(
          tasks::add,
          new Mailbox.Reader() {
            @Override
            public CompletionStage<Void> read(Frame frame) {
              events.add("read " + frame.body().length);
              CompletableFuture<Void> stage = new CompletableFuture<>();
              stages.add(stage);
              if (completeAtOnce) {
                stage.complete(null);
              }
              return stage.minimalCompletionStage();
            }

            @Override
            public void end() {
              events.add("end");
            }
          },
          new Mailbox.Flow() {
            @Override
            public void pause() {
              events.add("pause");
            }

            @Override
            public void resume() {
              events.add("resume");
            }
          },
          budget,
          new MemoryAccount(budget));

  private void add(int size) {
    mailbox.add(new Frame(2, new byte[size]));
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Test
  void framesAreReadInOrderAndThenTheEnd() {
    add(1);
    add(2);
    mailbox.end();
    assertThat(tasks).hasSize(1);
    runTasks();
    assertThat(events).containsExactly("read 1", "read 2", "end");
  }

  @Test
  void theNextFrameWaitsForTheStageOfTheLast() {
    completeAtOnce = false;
    add(1);
    add(2);
    mailbox.end();
    runTasks();
    assertThat(events).containsExactly("read 1");
    stages.get(0).completeExceptionally(new IllegalStateException("counts as complete"));
    runTasks();
    assertThat(events).containsExactly("read 1", "read 2");
    stages.get(1).complete(null);
    runTasks();
    assertThat(events).containsExactly("read 1", "read 2", "end");
  }

  @Test
  void theFlowIsPausedAtTheHighWaterOfFramesAndResumedAtTheLow() {
    completeAtOnce = false;
    for (int i = 0; i < 255; i++) {
      add(1);
    }
    assertThat(events).isEmpty();
    add(1);
    add(1);
    assertThat(events).containsExactly("pause");
    completeAtOnce = true;
    runTasks();
    assertThat(events).filteredOn(e -> !e.startsWith("read")).containsExactly("pause", "resume");
    assertThat(events.indexOf("resume")).isEqualTo(1 + 257 - 64 - 1);
    assertThat(mailbox.isIdle()).isTrue();
  }

  @Test
  void theFlowIsPausedAtTheHighWaterOfBytes() {
    add(1 << 20);
    assertThat(events).containsExactly("pause");
    runTasks();
    assertThat(events).containsExactly("pause", "resume", "read " + (1 << 20));
  }

  @Test
  void aWorkerTurnsToOthersAfterAWhile() {
    for (int i = 0; i < 100; i++) {
      add(1);
    }
    tasks.remove().run();
    assertThat(events).hasSize(64);
    assertThat(tasks).hasSize(1);
    runTasks();
    assertThat(events).hasSize(100);
  }

  @Test
  void whatIsDiscardedIsNotReadButTheEndIsTold() {
    add(1 << 20);
    mailbox.discard();
    add(2);
    mailbox.end();
    runTasks();
    assertThat(events).containsExactly("pause", "resume", "end");
  }

  @Test
  void aFrameWaitsWhileTheNodeWorksOnTooMuch() {
    budget.addWorking((8 << 20) + 1);
    add(1);
    runTasks();
    assertThat(events).isEmpty();
    budget.addWorking(-(4 << 20));
    runTasks();
    assertThat(events).containsExactly("read 1");
  }

  @Test
  void whatHasBeenDealtWithOrDiscardedTakesNoMemory() {
    completeAtOnce = false;
    add(1000);
    add(2000);
    assertThat(budget.inUse()).isEqualTo(3000 + 2 * 64);
    runTasks();
    assertThat(budget.inUse()).isEqualTo(2 * 1000 + 64 + 2000 + 64);
    mailbox.discard();
    assertThat(budget.inUse()).isEqualTo(2 * 1000 + 64);
    stages.get(0).completeExceptionally(new IllegalStateException("counts as complete"));
    assertThat(budget.inUse()).isZero();
  }

  @Test
  void afterTheShutDownNothingIsTold() {
    add(1);
    mailbox.shutDown();
    mailbox.end();
    runTasks();
    assertThat(events).isEmpty();
  }
}
