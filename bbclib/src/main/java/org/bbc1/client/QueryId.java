package org.bbc1.client;

import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/**
 * What ties an answer to its request. Clients number their requests with 2 bytes; others may send
 * anything, which is sent back as it is. Source: client-protocol section 7.2.
 *
 * @param value as it stands in a message
 */
public record QueryId(Value value) {

  /** A text is the same id as its bytes. */
  public QueryId {
    if (value instanceof Value.Text text) {
      value = new Value.Bytes(text.utf8());
    }
  }

  static QueryId of(int number) {
    return new QueryId(new Value.Bytes(QueryIds.bytes(number)));
  }

  /** The one in the message, or null if there is none. */
  static @Nullable QueryId of(Message message) {
    Value value = message.get(KeyType.QUERY_ID);
    return value == null || value instanceof Value.Nil ? null : new QueryId(value);
  }

  /** The bytes in hexadecimal. */
  @Override
  public String toString() {
    return value.toString();
  }
}
