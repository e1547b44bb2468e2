package org.bbc1.node.command;

import java.util.Objects;
import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MessageFieldException;
import org.bbc1.message.Reasons;
import org.bbc1.message.TlvCodec;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may give admin commands (spec client-protocol 9.4). With a node key in force only a
 * signed admin_info counts, once, and only with the fields that clients sign for the command.
 */
final class AdminGuard {

  private final @Nullable NodeKey nodeKey;
  private final ReplayMemory used;

  /**
   * @param nodeKey the key in force, null if everybody is administrator
   */
  AdminGuard(@Nullable NodeKey nodeKey, ReplayMemory used) {
    this.nodeKey = nodeKey;
    this.used = used;
  }

  /**
   * An admin command that may be done.
   *
   * @param message the message with the admin fields merged over it
   * @param signed whether they were signed with the node key in force
   */
  record Admission(Message message, boolean signed) {}

  /** Whether deciding about this command waits for the disk. */
  boolean waitsForDisk(Command command) {
    return nodeKey != null && AdminSignature.fieldsOf(command).contains(KeyType.RANDOM);
  }

  /**
   * Lets an admin command pass.
   *
   * @throws CommandException if it is refused or malformed
   */
  Admission admit(Command command, Message message) {
    if (command == Command.REQUEST_GET_NODEID) {
      return new Admission(message, false); // no secret, and clients cannot sign it (decision D2)
    }
    return nodeKey == null ? unguarded(command, message) : guarded(nodeKey, command, message);
  }

  private static Admission unguarded(Command command, Message message) {
    byte[] adminInfo = message.optBytes(KeyType.ADMIN_INFO);
    return new Admission(
        adminInfo == null
            ? message
            : merge(message.toBuilder(), decode(adminInfo), AdminSignature.fieldsOf(command)),
        false);
  }

  private Admission guarded(NodeKey key, Command command, Message message) {
    byte[] adminInfo = bytesOrNull(message, KeyType.ADMIN_INFO);
    byte[] signature = bytesOrNull(message, KeyType.NODEKEY_SIGNATURE);
    if (adminInfo == null || signature == null || !key.verifies(adminInfo, signature)) {
      throw illegalAccess();
    }
    Message admin = decode(adminInfo);
    Set<KeyType> fields = AdminSignature.fieldsOf(command);
    // a document without it, recorded from another command, would pass for ever
    if (fields.contains(KeyType.RANDOM) && (!isRandom(admin) || !used.firstUse(adminInfo))) {
      throw illegalAccess();
    }
    Message.Builder merged = message.toBuilder();
    fields.forEach(merged::remove);
    return new Admission(merge(merged, admin, fields), true);
  }

  private static boolean isRandom(Message admin) {
    byte[] random = admin.optBytes(KeyType.RANDOM);
    return random != null && random.length > 0;
  }

  private static Message merge(Message.Builder message, Message admin, Set<KeyType> fields) {
    for (KeyType key : fields) {
      if (admin.has(key)) {
        message.put(key, Objects.requireNonNull(admin.get(key)));
      }
    }
    return message.build();
  }

  private static Message decode(byte[] adminInfo) {
    try {
      return TlvCodec.decode(adminInfo);
    } catch (MessageCodecException e) {
      throw new CommandException(StatusCode.EINVALID_COMMAND, Reasons.LACK_OF_MANDATORY_PARAMS);
    }
  }

  /** A value of another type proves nothing. */
  private static byte @Nullable [] bytesOrNull(Message message, KeyType key) {
    try {
      return message.optBytes(key);
    } catch (MessageFieldException e) {
      return null;
    }
  }

  private static CommandException illegalAccess() {
    return new CommandException(StatusCode.EUNAUTHORIZED_COMMAND, Reasons.ILLEGAL_ACCESS);
  }
}
