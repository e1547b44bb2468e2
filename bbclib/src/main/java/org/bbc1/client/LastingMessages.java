package org.bbc1.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bbc1.message.Message;

/** The messages whose effect ends with the connection, so that a new one needs them again. */
final class LastingMessages {

  private final Set<Message> messages = new LinkedHashSet<>();

  synchronized void add(Message message) {
    messages.add(message);
  }

  synchronized void remove(Message message) {
    messages.remove(message);
  }

  synchronized void clear() {
    messages.clear();
  }

  /** In the order in which they were first sent. */
  synchronized List<Message> all() {
    return List.copyOf(messages);
  }
}
