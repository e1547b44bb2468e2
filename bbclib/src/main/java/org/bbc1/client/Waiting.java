package org.bbc1.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for answers. */
final class Waiting {

  private Waiting() {}

  /** The answer; a failure is thrown as what it is. */
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ClientException cause) {
        throw cause;
      }
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
