package org.bbc1.node.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ByteBoundedExecutorTest {

  private final Queue<Runnable> pool = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final ByteBoundedExecutor executor = new ByteBoundedExecutor(this::accept, 100);
  private boolean refusing;

  private void accept(Runnable task) {
    if (refusing) {
      throw new RejectedExecutionException("full");
    }
    pool.add(task);
  }

  private void bring(String name, long bytes) {
    executor.holding(bytes).execute(() -> done.add(name));
  }

  private void runPool() {
    while (!pool.isEmpty()) {
      pool.remove().run();
    }
  }

  @Test
  void whatFitsWaitsAndWhatDoesNotIsDoneByWhoBringsIt() {
    bring("first", 60);
    bring("second", 40);
    assertThat(done).isEmpty();

    bring("third", 1);
    assertThat(done).containsExactly("third");

    runPool();
    assertThat(done).containsExactly("third", "first", "second");
  }

  @Test
  void whatIsDoneMakesRoomEvenIfItFails() {
    executor
        .holding(100)
        .execute(
            () -> {
              throw new IllegalStateException("a fault of the task");
            });
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::runPool);

    bring("next", 100);
    assertThat(pool).hasSize(1);
  }

  @Test
  void aTaskLargerThanTheBoundWaitsIfItIsTheOnlyOne() {
    bring("large", 1000);
    assertThat(pool).hasSize(1);
    bring("small", 1);
    assertThat(done).containsExactly("small");
  }

  @Test
  void aRefusedTaskTakesNoRoom() {
    refusing = true;
    assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> bring("a", 100));
    refusing = false;

    bring("b", 100);
    assertThat(pool).hasSize(1);
    assertThat(done).isEmpty();
  }
}
