package org.bbc1.client;

import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/**
 * A message between users. Nobody proves who they are: the sender is who they say. Source:
 * client-protocol section 13.1.
 *
 * @param domain where both are registered
 * @param sender as the message says
 * @param destination the user, multicast or anycast address it was sent to; of a message that came
 *     back, the sender
 * @param payload any value; null if there was none. Texts of clients of the raw dialect are bytes
 * @param anycast whether it was sent to one member of an address
 * @param undelivered whether it came back because there is no such user
 */
public record UserMessage(
    DomainId domain,
    UserId sender,
    UserId destination,
    @Nullable Value payload,
    boolean anycast,
    boolean undelivered) {

  /** The payload as text; null if it is neither text nor bytes. */
  public @Nullable String text() {
    if (payload instanceof Value.Bytes bytes) {
      return new Value.Text(bytes.value()).string();
    }
    return payload instanceof Value.Text text ? text.string() : null;
  }

  /**
   * Reads one.
   *
   * @throws org.bbc1.message.MessageFieldException if it is none
   */
  public static UserMessage read(Message message) {
    return new UserMessage(
        message.id(KeyType.DOMAIN_ID, DomainId::of),
        message.id(KeyType.SOURCE_USER_ID, UserId::of),
        message.id(KeyType.DESTINATION_USER_ID, UserId::of),
        message.get(KeyType.MESSAGE),
        message.optBool(KeyType.IS_ANYCAST).orElse(false),
        !message.optBool(KeyType.RESULT).orElse(true));
  }
}
