package org.bbc1.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads the answers of a node into results. */
final class Answers {

  private Answers() {}

  /** The query id, or null if there is none that is a byte string. */
  static byte @Nullable [] queryId(Message message) {
    Value value = message.get(KeyType.QUERY_ID);
    if (value instanceof Value.Bytes bytes) {
      return bytes.value();
    }
    return value instanceof Value.Text text ? text.utf8() : null;
  }

  static int status(Message answer) {
    return Math.toIntExact(answer.optInteger(KeyType.STATUS).orElse(StatusCode.ESUCCESS.code()));
  }

  /** The answer itself if its status is no failure. */
  static Message successful(Message answer) {
    int status = status(answer);
    if (status < 0) {
      throw new ErrorReplyException(status, reason(answer));
    }
    return answer;
  }

  /** The answer to a request that either succeeds or fails. */
  static @Nullable Void done(Message answer) {
    successful(answer);
    return null;
  }

  /** A count of 2 bytes, then as many ids (client-protocol section 10.7). */
  static List<DomainId> domains(Message answer) {
    return BinaryLists.ids(successful(answer).bytes(KeyType.DOMAIN_LIST), DomainId::of);
  }

  static DomainChange domainChange(Message answer) {
    boolean done = successful(answer).optBool(KeyType.RESULT).orElse(true);
    return new DomainChange(done, reason(answer));
  }

  static SearchResult found(Message answer) {
    int status = status(answer);
    if (status == StatusCode.ENOTRANSACTION.code()) {
      return SearchResult.EMPTY;
    }
    if (status < 0 && status != StatusCode.EBADTRANSACTION.code()) {
      throw new ErrorReplyException(status, reason(answer));
    }
    return new SearchResult(
        transactions(single(answer, KeyType.TRANSACTION_DATA, KeyType.TRANSACTIONS)),
        answer.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of),
        single(answer, KeyType.COMPROMISED_TRANSACTION_DATA, KeyType.COMPROMISED_TRANSACTIONS),
        ids(answer, KeyType.COMPROMISED_TRANSACTION_IDS),
        answer.bytesMap(KeyType.COMPROMISED_ASSET_FILES, AssetId::of));
  }

  static Traversal traversal(Message answer) {
    if (status(answer) == StatusCode.ENOTRANSACTION.code()) {
      return Traversal.EMPTY;
    }
    successful(answer);
    List<List<Transaction>> levels = new ArrayList<>();
    answer.bytesTree(KeyType.TRANSACTION_TREE).forEach(level -> levels.add(transactions(level)));
    return new Traversal(
        Collections.unmodifiableList(levels),
        answer.optBool(KeyType.ALL_INCLUDED).orElse(true),
        answer.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of),
        ids(answer, KeyType.COMPROMISED_TRANSACTION_IDS));
  }

  static List<UserId> users(Message answer) {
    return BinaryLists.ids(successful(answer).bytes(KeyType.USER_LIST), UserId::of);
  }

  static Map<UserId, List<NodeId>> forwardingList(Message answer) {
    return BinaryLists.groups(
        successful(answer).bytes(KeyType.FORWARDING_LIST), UserId::of, NodeId::of);
  }

  static Map<AssetGroupId, List<UserId>> notificationList(Message answer) {
    return BinaryLists.groups(
        successful(answer).bytes(KeyType.NOTIFICATION_LIST), AssetGroupId::of, UserId::of);
  }

  static NodeId nodeId(Message answer) {
    return successful(answer).id(KeyType.NODE_ID, NodeId::of);
  }

  /** Without a list the node knows no such domain, whatever the status is (section 10.10). */
  static List<Neighbour> neighbours(Message answer) {
    byte[] list = answer.optBytes(KeyType.NEIGHBOR_LIST);
    if (list == null && answer.get(KeyType.STATUS) instanceof Value.Bool) {
      throw new ErrorReplyException(StatusCode.EINVALID_COMMAND.code(), reason(answer));
    }
    return BinaryLists.neighbours(successful(answer).bytes(KeyType.NEIGHBOR_LIST));
  }

  /** Category, then name, then number (client-protocol section 15). */
  static Map<String, Map<String, Long>> statistics(Message answer) {
    Map<String, Map<String, Long>> statistics = new LinkedHashMap<>();
    byName(successful(answer).get(KeyType.STATS))
        .forEach(
            (category, items) -> {
              Map<String, Long> numbers = new LinkedHashMap<>();
              byName(items).forEach((name, number) -> numbers.put(name, number(number)));
              statistics.put(category, Collections.unmodifiableMap(numbers));
            });
    return Collections.unmodifiableMap(statistics);
  }

  private static Map<String, Value> byName(@Nullable Value value) {
    if (value instanceof Value.MapValue map) {
      return map.byName();
    }
    throw new IllegalArgumentException("statistics that are no map");
  }

  private static long number(Value value) {
    if (value instanceof Value.Int number) {
      return number.bits();
    }
    throw new IllegalArgumentException("statistics that are no number");
  }

  static String reason(Message answer) {
    String reason = answer.optText(KeyType.REASON);
    return reason == null ? "" : reason;
  }

  private static List<byte[]> single(Message answer, KeyType one, KeyType several) {
    byte[] bytes = answer.optBytes(one);
    return bytes == null ? answer.bytesList(several) : List.of(bytes);
  }

  private static List<Transaction> transactions(List<byte[]> serialized) {
    return serialized.stream().map(Transaction::read).toList();
  }

  static List<TransactionId> ids(Message answer, KeyType key) {
    return answer.bytesList(key).stream().map(TransactionId::of).toList();
  }
}
