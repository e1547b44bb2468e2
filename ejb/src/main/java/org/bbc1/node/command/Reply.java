package org.bbc1.node.command;

import java.util.function.Consumer;
import org.bbc1.error.StatusCode;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;
import org.jspecify.annotations.Nullable;

/**
 * What a handler has to say; the skeleton around it is made by {@link ReplyWriter}.
 *
 * @param way direct, routed, or nothing at all
 * @param fields puts the fields of this command, in the order of the reference
 * @param sessionKey comes into force with the reply, or null
 */
record Reply(
    Way way,
    StatusCode status,
    @Nullable String reason,
    Consumer<Message.Builder> fields,
    @Nullable SessionKey sessionKey) {

  /** The two ways of sending (spec client-protocol 7.3), and silence. */
  enum Way {
    DIRECT,
    ROUTED,
    NONE
  }

  private static final Consumer<Message.Builder> NO_FIELDS = fields -> {};

  static Reply none() {
    return new Reply(Way.NONE, StatusCode.ESUCCESS, null, NO_FIELDS, null);
  }

  static Reply direct(Consumer<Message.Builder> fields) {
    return new Reply(Way.DIRECT, StatusCode.ESUCCESS, null, fields, null);
  }

  static Reply directError(StatusCode status, String reason) {
    return new Reply(Way.DIRECT, status, reason, NO_FIELDS, null);
  }

  static Reply routed(Consumer<Message.Builder> fields) {
    return routed(StatusCode.ESUCCESS, fields);
  }

  static Reply routed(StatusCode status, Consumer<Message.Builder> fields) {
    return new Reply(Way.ROUTED, status, null, fields, null);
  }

  static Reply routedError(StatusCode status, String reason) {
    return new Reply(Way.ROUTED, status, reason, NO_FIELDS, null);
  }

  /** The same reply with more fields behind its own. */
  Reply and(Consumer<Message.Builder> more) {
    return new Reply(way, status, reason, fields.andThen(more), sessionKey);
  }

  /** The same reply, with which a session key comes into force. */
  Reply withSessionKey(SessionKey key) {
    return new Reply(way, status, reason, fields, key);
  }
}
