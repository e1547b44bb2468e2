package org.bbc1.node.command;

import org.bbc1.connector.ConnectionId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.jspecify.annotations.Nullable;

/**
 * A command that passed the checks at the entrance.
 *
 * @param connection where it came from
 * @param command what it is
 * @param message its fields, those of admin_info merged over them
 * @param dialect how the client writes msgpack; tells whether its texts can be trusted to be texts
 * @param domainId the domain, null if absent or nil
 * @param userId the sender as it calls itself, null if nil
 * @param signed whether it carried a good signature of the node key in force
 */
record Request(
    ConnectionId connection,
    Command command,
    Message message,
    Dialect dialect,
    @Nullable DomainId domainId,
    @Nullable UserId userId,
    boolean signed) {

  /**
   * @throws MessageFieldException if the domain or the sender is no id of 32 bytes
   */
  static Request of(
      ConnectionId connection, Command command, Message message, Dialect dialect, boolean signed) {
    return new Request(
        connection,
        command,
        message,
        dialect,
        message.optId(KeyType.DOMAIN_ID, DomainId::of),
        message.optId(KeyType.SOURCE_USER_ID, FullIds::user),
        signed);
  }

  /**
   * The sender as it calls itself.
   *
   * @throws MessageFieldException if it is nil
   */
  UserId sender() {
    return message.id(KeyType.SOURCE_USER_ID, FullIds::user);
  }
}
