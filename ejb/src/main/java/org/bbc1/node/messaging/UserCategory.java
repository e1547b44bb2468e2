package org.bbc1.node.messaging;

import org.bbc1.message.InfraMessageCategory;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;

/**
 * The category "user" between nodes, which the reference leaves in everything that it routes to
 * users (spec client-protocol 7.3).
 */
public final class UserCategory {

  private UserCategory() {}

  /** Marks a message as one to a user. */
  public static Message.Builder mark(Message.Builder message) {
    return message.put(KeyType.INFRA_MSG_TYPE, InfraMessageCategory.USER.bytes());
  }
}
