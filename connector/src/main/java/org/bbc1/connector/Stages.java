package org.bbc1.connector;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks at stages without attaching anything to them. */
final class Stages {

  private Stages() {}

  /**
   * Whether the stage is known to have succeeded. Only the plain class is asked: the minimal stages
   * of the JDK are futures too, but refuse the question.
   */
  static boolean isKnownToHaveSucceeded(CompletionStage<Void> stage) {
    return stage.getClass() == CompletableFuture.class
        && stage.toCompletableFuture().isDone()
        && !stage.toCompletableFuture().isCompletedExceptionally();
  }
}
