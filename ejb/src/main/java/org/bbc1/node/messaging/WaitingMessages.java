package org.bbc1.node.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.DomainId;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;
import org.bbc1.node.config.MessagingLimits;
import org.bbc1.node.time.Scheduler;

/**
 * Messages to users who are looked for, until the time is over. They wait encoded, so that they
 * take no more memory than they are charged for. Thread-safe.
 */
final class WaitingMessages {

  private static final Logger LOG = System.getLogger("user_message_routing");

  /** How long a user is looked for (spec client-protocol 13.1). */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final BiConsumer<DomainId, Message> expired;
  private final ConnectionQuota messages;
  private final ConnectionQuota bytes;
  private final Map<Waiting, Scheduler.Timer> waiting = new HashMap<>();

  /**
   * @param expired takes the messages whose time is over, on the scheduler's thread
   */
  WaitingMessages(
      MessagingLimits limits, Scheduler scheduler, BiConsumer<DomainId, Message> expired) {
    this.scheduler = scheduler;
    this.expired = expired;
    this.messages = new ConnectionQuota(limits.maxWaiting(), limits.maxWaitingPerConnection());
    this.bytes =
        new ConnectionQuota(limits.maxWaitingBytes(), limits.maxWaitingBytesPerConnection());
  }

  /**
   * Keeps a message for a while.
   *
   * @return false if too much waits already, of this connection or together
   */
  boolean add(ConnectionId sender, DomainId domain, Message message) {
    if (!take(sender, MsgPackCodec.sizeOf(message))) {
      return false;
    }
    keep(new Waiting(sender, domain, MsgPackCodec.encode(message)));
    return true;
  }

  private synchronized boolean take(ConnectionId sender, long size) {
    if (!messages.take(sender, 1)) {
      return false;
    }
    if (!bytes.take(sender, size)) {
      messages.give(sender, 1);
      return false;
    }
    return true;
  }

  private synchronized void keep(Waiting entry) {
    waiting.put(entry, scheduler.schedule(PATIENCE, () -> expire(entry)));
  }

  private void expire(Waiting entry) {
    synchronized (this) {
      if (waiting.remove(entry) == null) {
        return;
      }
      giveBack(entry);
    }
    try {
      expired.accept(entry.domain, MsgPackCodec.decode(entry.encoded).message());
    } catch (MessageCodecException | NotAMapException e) {
      LOG.log(Level.WARNING, "a message that cannot be given back: {0}", e.getMessage());
    }
  }

  private void giveBack(Waiting entry) {
    messages.give(entry.sender, 1);
    bytes.give(entry.sender, entry.encoded.length);
  }

  /** Throws away what waits in a domain that is closed. */
  synchronized void removeDomain(DomainId domain) {
    Iterator<Map.Entry<Waiting, Scheduler.Timer>> entries = waiting.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Waiting, Scheduler.Timer> entry = entries.next();
      if (entry.getKey().domain.equals(domain)) {
        entry.getValue().cancel();
        giveBack(entry.getKey());
        entries.remove();
      }
    }
  }

  /** One message; equal only to itself. */
  private static final class Waiting {

    private final ConnectionId sender;
    private final DomainId domain;
    private final byte[] encoded;

    Waiting(ConnectionId sender, DomainId domain, byte[] encoded) {
      this.sender = sender;
      this.domain = domain;
      this.encoded = encoded;
    }
  }
}
