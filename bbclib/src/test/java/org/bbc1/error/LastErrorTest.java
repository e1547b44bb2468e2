package org.bbc1.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastErrorTest {

  @AfterEach
  void leaveNothingToTheNextTest() {
    LastError.reset();
  }

  private record State(int code, String text) {

    static State now() {
      return new State(LastError.code(), LastError.text());
    }
  }

  @Test
  void aThreadStartsWithoutAnySuccess() {
    assertThat(inNewThread()).isEqualTo(new State(-1, ""));
  }

  @Test
  void resettingIsSuccess() {
    LastError.set(StatusCode.EOTHER, "what went wrong");
    assertThat(State.now()).isEqualTo(new State(-255, "what went wrong"));

    LastError.reset();
    assertThat(State.now()).isEqualTo(new State(0, ""));
  }

  @Test
  void threadsDoNotSeeEachOthersErrors() {
    LastError.set(StatusCode.EBADKEYPAIR, "mine");

    assertThat(inNewThread()).isEqualTo(new State(LastError.INITIAL_CODE, ""));
    assertThat(LastError.text()).isEqualTo("mine");
  }

  private static State inNewThread() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      return CompletableFuture.supplyAsync(State::now, executor).join();
    } finally {
      executor.shutdownNow();
    }
  }
}
