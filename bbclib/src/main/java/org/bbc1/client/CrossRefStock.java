package org.bbc1.client;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.bbc1.transaction.CrossRef;

/**
 * The cross references a node gave the user to put into transactions, oldest first. Above {@value
 * #CAPACITY} the oldest are given up. Source: client-protocol sections 12.2 and 18.2.
 */
final class CrossRefStock {

  private static final System.Logger LOG = System.getLogger(CrossRefStock.class.getName());

  static final int CAPACITY = 100;

  private final Deque<CrossRef> crossRefs = new ArrayDeque<>();

  /** Adds what the message brings, if it brings one. */
  void addFrom(Message message) {
    if (message.commandNumber().orElse(-1) == Command.NOTIFY_CROSS_REF.number()) {
      try {
        add(read(message));
      } catch (MessageFieldException | IllegalArgumentException e) {
        LOG.log(Level.DEBUG, "unreadable cross reference: {0}", e.getMessage());
      }
    }
  }

  synchronized void add(CrossRef crossRef) {
    if (crossRefs.size() == CAPACITY) {
      crossRefs.removeFirst();
    }
    crossRefs.addLast(crossRef);
  }

  /** The oldest, which then is no longer there. */
  synchronized Optional<CrossRef> take() {
    return Optional.ofNullable(crossRefs.pollFirst());
  }

  /** Reads the message that brings one. */
  static CrossRef read(Message message) {
    List<byte[]> parts = message.bytesList(KeyType.CROSS_REF);
    if (parts.size() != 2) {
      throw new IllegalArgumentException("a cross reference of " + parts.size() + " parts");
    }
    return new CrossRef(DomainId.of(parts.get(0)), TransactionId.of(parts.get(1)));
  }
}
