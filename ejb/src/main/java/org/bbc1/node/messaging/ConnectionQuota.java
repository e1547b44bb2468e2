package org.bbc1.node.messaging;

import java.util.HashMap;
import java.util.Map;
import org.bbc1.connector.ConnectionId;

/**
 * How much of something the connections hold, together and each: one that takes all it may leaves
 * the rest to the others. Not thread-safe.
 */
final class ConnectionQuota {

  private final long most;
  private final long mostPerConnection;
  private final Map<ConnectionId, Long> held = new HashMap<>();
  private long total;

  ConnectionQuota(long most, long mostPerConnection) {
    this.most = most;
    this.mostPerConnection = mostPerConnection;
  }

  /** Takes an amount, or nothing if that would be too much. */
  boolean take(ConnectionId connection, long amount) {
    long before = held.getOrDefault(connection, 0L);
    if (amount > most - total || amount > mostPerConnection - before) {
      return false;
    }
    total += amount;
    held.put(connection, before + amount);
    return true;
  }

  /** Gives back what was taken. */
  void give(ConnectionId connection, long amount) {
    total -= amount;
    held.computeIfPresent(connection, (key, before) -> before > amount ? before - amount : null);
  }

  /** The connection is gone; what it took stays taken until it is given back. */
  void forget(ConnectionId connection) {
    held.remove(connection);
  }

  /** Whether nobody can take anything. */
  boolean isExhausted() {
    return total >= most;
  }

  long total() {
    return total;
  }
}
