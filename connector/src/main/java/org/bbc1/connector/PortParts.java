package org.bbc1.connector;

import java.util.concurrent.Executor;
import org.bbc1.connector.inbound.ClientMessageListener;

/**
 * What the connections of one port share.
 *
 * @param configuration the settings
 * @param registry the connections themselves
 * @param memory what all of them may take
 * @param workers run decoding and delivery
 * @param listener receives the messages
 * @param counters of the port
 */
record PortParts(
    ConnectorConfiguration configuration,
    ConnectionRegistry registry,
    MemoryBudget memory,
    Executor workers,
    ClientMessageListener listener,
    TrafficCounters counters) {

  /**
   * Closes those who hold most until not too much is held. To be called without any lock after a
   * connection has taken memory.
   */
  void relieveMemory() {
    if (memory.isHeldTooMuch()) {
      closeLargestHolders();
    }
  }

  private void closeLargestHolders() {
    synchronized (memory) {
      while (memory.isHeldTooMuch()) {
        ClientConnection largest = registry.largestHolder();
        if (largest == null) {
          return;
        }
        largest.giveUpMemory();
      }
    }
  }
}
