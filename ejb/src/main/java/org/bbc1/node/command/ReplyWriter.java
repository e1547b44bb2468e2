package org.bbc1.node.command;

import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.messaging.UserCategory;
import org.jspecify.annotations.Nullable;

/**
 * Builds the message around a reply (spec client-protocol 7.2, 7.3), fields in the order of the
 * reference.
 */
final class ReplyWriter {

  /** No longer value of a request is echoed. */
  private static final int ECHO_LIMIT = 64;

  private ReplyWriter() {}

  static Message write(Message request, Command response, Reply reply) {
    Message.Builder message =
        Message.builder()
            .put(KeyType.DOMAIN_ID, echoedId(request.get(KeyType.DOMAIN_ID)))
            .put(KeyType.COMMAND, response.number())
            .put(KeyType.DESTINATION_USER_ID, echoedId(request.get(KeyType.SOURCE_USER_ID)));
    if (hasQueryId(request)) {
      message.putIfPresent(KeyType.QUERY_ID, request.get(KeyType.QUERY_ID));
    }
    message.put(KeyType.STATUS, reply.status().code());
    String reason = reply.reason();
    if (reason != null) {
      message.put(KeyType.REASON, reason);
    }
    reply.fields().accept(message);
    if (reply.way() == Reply.Way.ROUTED) {
      UserCategory.mark(message);
    }
    return message.build();
  }

  /** Nil and the empty string count as missing. */
  static boolean hasQueryId(Message request) {
    Value queryId = request.get(KeyType.QUERY_ID);
    return queryId != null && !(queryId instanceof Value.Nil) && bytesOf(queryId, 1).length != 0;
  }

  private static Value echoedId(@Nullable Value value) {
    if (value == null) {
      return Value.nil();
    }
    int length = bytesOf(value, 0).length;
    return length > 0 && length <= ECHO_LIMIT ? value : Value.nil();
  }

  /** The bytes of a byte string or text; that many zeros for any other value. */
  private static byte[] bytesOf(Value value, int otherwise) {
    if (value instanceof Value.Bytes bytes) {
      return bytes.value();
    }
    return value instanceof Value.Text text ? text.utf8() : new byte[otherwise];
  }
}
