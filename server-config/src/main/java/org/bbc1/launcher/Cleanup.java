package org.bbc1.launcher;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives the working folder back when the process ends, after the server has stopped.
 *
 * <p>Shutdown hooks run at the same time and in no order, so this one waits for the server's, known
 * by its thread name.
 */
final class Cleanup implements Runnable {
  private static final Logger LOG = Logger.getLogger(Cleanup.class.getName());
  private static final String SERVER_HOOK = "Payara Micro Shutdown Hook";
  private static final int LOOKS = 50;
  private static final long LOOK_MILLIS = 10;
  private static final long SERVER_STOP_MILLIS = 60_000;

  private final WorkingFolder folder;

  Cleanup(WorkingFolder folder) {
    this.folder = folder;
  }

  @Override
  public void run() {
    try {
      awaitServer();
      folder.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the runtime folder could not be removed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitServer() throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals(SERVER_HOOK)) {
          thread.join(SERVER_STOP_MILLIS);
          return;
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
