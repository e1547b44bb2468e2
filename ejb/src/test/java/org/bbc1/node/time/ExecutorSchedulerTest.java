package org.bbc1.node.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorSchedulerTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
  private final ExecutorScheduler scheduler = new ExecutorScheduler(executor);
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private void awaitTimer() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    scheduler.schedule(Duration.ofMillis(-1), done::countDown);
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void runsTheTaskOnce() throws InterruptedException {
    scheduler.schedule(Duration.ZERO, runs::incrementAndGet);

    awaitTimer();

    assertThat(runs).hasValue(1);
    assertThat(executor.getQueue()).isEmpty();
  }

  @Test
  void taskThatFailsHarmsNoOtherTimer() throws InterruptedException {
    scheduler.schedule(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("on purpose");
        });

    awaitTimer();
  }

  @Test
  void taskThatIsCalledOffNeverRuns() throws InterruptedException {
    executor.setRemoveOnCancelPolicy(true);
    Scheduler.Timer timer = scheduler.schedule(LONG, runs::incrementAndGet);

    timer.cancel();
    timer.cancel();

    assertThat(executor.getQueue()).isEmpty();
    awaitTimer();
    assertThat(runs).hasValue(0);
  }

  @Test
  void closingCallsEverythingOffAndTakesNothingNew() throws InterruptedException {
    executor.setRemoveOnCancelPolicy(true);
    scheduler.schedule(LONG, runs::incrementAndGet);

    scheduler.close();
    scheduler.schedule(Duration.ZERO, runs::incrementAndGet).cancel();

    assertThat(executor.getQueue()).isEmpty();
    executor.shutdown();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(executor.getCompletedTaskCount()).isZero();
    assertThat(runs).hasValue(0);
  }

  @Test
  void executorThatStopsIsNoFault() {
    executor.shutdown();

    scheduler.schedule(LONG, runs::incrementAndGet).cancel();

    assertThat(runs).hasValue(0);
  }
}
