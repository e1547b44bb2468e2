package org.bbc1.node.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.message.Message;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.Scheduler;

/**
 * The connections of users, whose clients may read slowly. A message for which there is no room is
 * tried again, for about five seconds; its sender waits that long and sends nothing else meanwhile,
 * so that a fast sender takes the pace of a slow reader and no flood has anybody disconnected.
 */
final class UserConnections {

  private static final Logger LOG = System.getLogger("user_message_routing");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(2560);

  private final UserPort port;
  private final Statistics statistics;
  private final Scheduler scheduler;

  UserConnections(UserPort port, Statistics statistics, Scheduler scheduler) {
    this.port = port;
    this.statistics = statistics;
    this.scheduler = scheduler;
  }

  /** Queues a message if there is room now. */
  Delivery offer(ConnectionId connection, Message message) {
    Delivery delivery = port.offer(connection, message);
    if (delivery == Delivery.QUEUED) {
      statistics.increment(Counter.USER_MESSAGE_SENT_MSG_TO_USER);
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
    tryIn(FIRST_PAUSE, connection, message, done);
    return done;
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
            done.complete(null);
          }
        });
  }
}
