package org.bbc1.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Captured sessions leave many requests out. For a reply without its request this makes a request
 * that must get that very reply, and prepares what it relies on.
 */
final class MissingRequests {

  private final Stage stage;
  private final Random random = new Random(4711);
  private byte[] domain = new byte[0];
  private @Nullable Message lastInsert;

  MissingRequests(Stage stage) {
    this.stage = stage;
  }

  /** Notes what the session itself sent. */
  void sent(Message message) {
    byte[] id = message.optBytes(KeyType.DOMAIN_ID);
    domain = id == null ? domain : id;
    if (message.has(KeyType.TRANSACTION_DATA)
        && message.commandNumber().orElse(-1) == Command.REQUEST_INSERT.number()) {
      lastInsert = message;
    }
  }

  /**
   * The request that gets this reply, or null if the stage has provoked it, or if no client can
   * provoke it.
   */
  @Nullable Message requestOf(Command command, Message reply) {
    byte[] named = reply.optBytes(KeyType.DOMAIN_ID);
    domain = named == null ? domain : named;
    return switch (command) {
      case NOTIFY_INSERTED -> {
        stage.store(domain, reply.bytes(KeyType.TRANSACTION_ID));
        yield null;
      }
      case MESSAGE -> message(reply);
      case REQUEST_SIGNATURE -> gathering(reply);
      case RESPONSE_GATHER_SIGNATURE -> {
        stage.tell(signature(reply));
        yield null;
      }
      case NOTIFY_CROSS_REF -> null;
      default -> request(command, reply);
    };
  }

  private @Nullable Message request(Command response, Message reply) {
    Command command =
        Arrays.stream(Command.values())
            .filter(each -> each.response() == response)
            .findFirst()
            .orElseThrow();
    Message.Builder request =
        Message.of(command)
            .put(KeyType.DOMAIN_ID, domain)
            .putIfPresent(KeyType.SOURCE_USER_ID, reply.get(KeyType.DESTINATION_USER_ID))
            .put(KeyType.STATUS, 0)
            .putIfPresent(KeyType.QUERY_ID, reply.get(KeyType.QUERY_ID));
    if (command.admin()) {
      return command == Command.REQUEST_GET_NODEID
          ? request.build()
          : stage.administrative(request.build(), adminFields(command, reply));
    }
    return switch (command) {
      case REQUEST_INSERT -> insert(request, reply);
      case REQUEST_COUNT_TRANSACTIONS -> count(request, reply);
      case REQUEST_SEARCH_WITH_CONDITIONS -> search(request, reply);
      case REQUEST_TRAVERSE_TRANSACTIONS -> traversal(request, reply);
      default -> request.put(KeyType.TRANSACTION_ID, foundId(reply)).build();
    };
  }

  private Message adminFields(Command command, Message reply) {
    boolean succeeds = reply.optBool(KeyType.RESULT).orElse(true);
    Message.Builder fields = Message.builder();
    switch (command) {
      case REQUEST_SETUP_DOMAIN -> fields.put(KeyType.DOMAIN_ID, domain);
      case REQUEST_CLOSE_DOMAIN -> fields.put(KeyType.DOMAIN_ID, succeeds ? domain : randomId());
      case REQUEST_SET_STATIC_NODE -> fields.putIfPresent(KeyType.NODE_INFO, nodeInfo(succeeds));
      case REQUEST_MANIP_LEDGER_SUBSYS -> fields.put(KeyType.LEDGER_SUBSYS_MANIP, true);
      default -> {}
    }
    return fields.build();
  }

  private static @Nullable Value nodeInfo(boolean good) {
    return good
        ? new Value.ListValue(
            List.of(
                new Value.Bytes(UserId.fromHex("aa".repeat(32)).toByteArray()),
                Value.Bytes.ofText("127.0.0.1"),
                Value.Bytes.ofText("::1"),
                new Value.Int(16690)))
        : null;
  }

  private Message insert(Message.Builder request, Message reply) {
    if (reply.integer(KeyType.STATUS) == 0) {
      return insertOf(request, Objects.requireNonNull(known(reply)));
    }
    if (!reply.text(KeyType.REASON).equals(Reasons.FAILED_TO_INSERT)) {
      return request
          .put(KeyType.TRANSACTION_DATA, new byte[] {0, 0, 'x'})
          .put(KeyType.ALL_ASSET_FILES, Map.of())
          .build();
    }
    Message before = lastInsert;
    if (before != null) {
      return request
          .put(KeyType.TRANSACTION_DATA, before.bytes(KeyType.TRANSACTION_DATA))
          .putIfPresent(KeyType.ALL_ASSET_FILES, before.get(KeyType.ALL_ASSET_FILES))
          .build();
    }
    Transaction any = stage.known().all().get(0);
    stage.store(domain, any.transactionId().toByteArray());
    return insertOf(request, any);
  }

  private Message insertOf(Message.Builder request, Transaction transaction) {
    stage.isStored(transaction.transactionId().toByteArray());
    return Stage.insert(request, transaction, stage.known().filesOf(transaction));
  }

  /** The whole domain, or a group that is not there. */
  private Message count(Message.Builder request, Message reply) {
    long count = reply.integer(KeyType.COUNT);
    for (Transaction transaction : stage.known().all()) {
      if (stage.storedCount() < count) {
        stage.store(domain, transaction.transactionId().toByteArray());
      }
    }
    return count == 0 ? request.put(KeyType.ASSET_GROUP_ID, randomId()).build() : request.build();
  }

  private Message search(Message.Builder request, Message reply) {
    List<byte[]> found = reply.bytesList(KeyType.TRANSACTIONS);
    if (found.isEmpty()) {
      return request.put(KeyType.ASSET_GROUP_ID, randomId()).build();
    }
    found.forEach(wire -> stage.store(domain, idOf(wire)));
    return request.put(KeyType.DIRECTION, 1).put(KeyType.COUNT, found.size()).build();
  }

  private Message traversal(Message.Builder request, Message reply) {
    List<List<byte[]>> tree = reply.bytesTree(KeyType.TRANSACTION_TREE);
    tree.forEach(level -> level.forEach(wire -> stage.store(domain, idOf(wire))));
    boolean toThePast = !tree.isEmpty() && !Transaction.read(tree.get(0).get(0)).links().isEmpty();
    return request
        .put(KeyType.TRANSACTION_ID, tree.isEmpty() ? randomId() : idOf(tree.get(0).get(0)))
        .put(KeyType.DIRECTION, toThePast ? 1 : 0)
        .put(KeyType.HOP_COUNT, Math.max(3, tree.size()))
        .build();
  }

  private byte[] foundId(Message reply) {
    byte[] id = reply.optBytes(KeyType.TRANSACTION_ID);
    if (id == null) {
      return randomId();
    }
    if (stage.known().find(id) != null) {
      stage.store(domain, id);
    }
    return id;
  }

  /** What the sender of a message must have sent; a bounced one was for nobody. */
  private @Nullable Message message(Message delivered) {
    Message.Builder message = delivered.toBuilder().remove(KeyType.INFRA_MSG_TYPE);
    if (!delivered.has(KeyType.RESULT)) {
      stage.tell(message.build());
      return null;
    }
    return message
        .remove(KeyType.RESULT)
        .remove(KeyType.REASON)
        .put(KeyType.DESTINATION_USER_ID, randomId())
        .build();
  }

  private @Nullable Message gathering(Message asked) {
    boolean bounced = asked.has(KeyType.RESULT);
    byte[] signer = bounced ? randomId() : asked.bytes(KeyType.DESTINATION_USER_ID);
    Message request =
        asked.toBuilder()
            .put(KeyType.COMMAND, Command.REQUEST_GATHER_SIGNATURE.number())
            .remove(KeyType.DESTINATION_USER_ID)
            .remove(KeyType.INFRA_MSG_TYPE)
            .remove(KeyType.RESULT)
            .remove(KeyType.REASON)
            .put(KeyType.DESTINATION_USER_IDS, List.of(signer))
            .build();
    if (bounced) {
      return request;
    }
    stage.tell(request);
    return null;
  }

  private Message signature(Message gathered) {
    return gathered.toBuilder()
        .put(KeyType.COMMAND, Command.RESPONSE_SIGNATURE.number())
        .remove(KeyType.INFRA_MSG_TYPE)
        .build();
  }

  private @Nullable Transaction known(Message reply) {
    return stage.known().find(reply.bytes(KeyType.TRANSACTION_ID));
  }

  private static byte[] idOf(byte[] wire) {
    return Transaction.read(wire).transactionId().toByteArray();
  }

  private byte[] randomId() {
    byte[] id = new byte[32];
    random.nextBytes(id);
    return id;
  }
}
