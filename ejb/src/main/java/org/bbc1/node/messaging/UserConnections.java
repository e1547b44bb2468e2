package org.bbc1.node.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.Scheduler;

/**
 * The connections of users, whose clients may read slowly. A message for which there is no room is
 * tried again, for about five seconds; its sender waits that long and sends nothing else meanwhile,
 * so that a fast sender takes the pace of a slow reader and no flood has anybody disconnected. What
 * waits is bounded, for it takes the memory of all connections; nobody waits again for a reader
 * that was given up until it has taken something.
 */
final class UserConnections {

  private static final Logger LOG = System.getLogger("user_message_routing");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(2560);

  private final UserPort port;
  private final Statistics statistics;
  private final Scheduler scheduler;
  private final long maxDelayedBytes;
  private final Set<ConnectionId> givenUp = ConcurrentHashMap.newKeySet();
  private final AtomicLong delayedBytes = new AtomicLong();

  UserConnections(UserPort port, Statistics statistics, Scheduler scheduler, long maxDelayedBytes) {
    this.port = port;
    this.statistics = statistics;
    this.scheduler = scheduler;
    this.maxDelayedBytes = maxDelayedBytes;
  }

  /** Queues a message if there is room now. */
  Delivery offer(ConnectionId connection, Message message) {
    Delivery delivery = port.offer(connection, message);
    if (delivery == Delivery.QUEUED) {
      statistics.increment(Counter.USER_MESSAGE_SENT_MSG_TO_USER);
      givenUp.remove(connection);
    }
    return delivery;
  }

  /**
   * Queues a message as soon as there is room.
   *
   * @return completes when it is queued, or given up
   */
  CompletionStage<Void> offerLater(ConnectionId connection, Message message) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    long size = MsgPackCodec.sizeOf(message);
    if (givenUp.contains(connection) || !delay(size)) {
      LOG.log(Level.DEBUG, "{0} does not read: a message to it is thrown away", connection);
      done.complete(null);
      return done;
    }
    var unused = done.whenComplete((nothing, failure) -> delayedBytes.addAndGet(-size));
    tryIn(FIRST_PAUSE, connection, message, done);
    return done;
  }

  /** One message always may, whatever its size. */
  private boolean delay(long size) {
    long before = delayedBytes.getAndAdd(size);
    if (before > 0 && before + size > maxDelayedBytes) {
      delayedBytes.addAndGet(-size);
      return false;
    }
    return true;
  }

  /** Forgets a connection that has ended. */
  void forget(ConnectionId connection) {
    givenUp.remove(connection);
  }

  private void tryIn(
      Duration pause, ConnectionId connection, Message message, CompletableFuture<Void> done) {
    scheduler.schedule(
        pause,
        () -> {
          if (offer(connection, message) != Delivery.NO_ROOM) {
            done.complete(null);
          } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
            tryIn(pause.multipliedBy(2), connection, message, done);
          } else {
            LOG.log(Level.DEBUG, "{0} does not read: a message to it is thrown away", connection);
            givenUp.add(connection);
            done.complete(null);
          }
        });
  }
}
