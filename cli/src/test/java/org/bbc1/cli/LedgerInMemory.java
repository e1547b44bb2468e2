package org.bbc1.cli;

import static org.bbc1.client.ScriptedNode.reply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.bbc1.client.ScriptedNode;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.Id;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.bbc1.transaction.ValidationResult;

/** Answers the commands that the tools send, behind a real socket, from one ledger in memory. */
final class LedgerInMemory implements ScriptedNode.Script {

  private final boolean checksFiles;

  /** Number of transactions after which an answer is cut. */
  volatile int longestAnswer = Integer.MAX_VALUE;

  final Map<TransactionId, Transaction> transactions =
      Collections.synchronizedMap(new LinkedHashMap<>());
  final Map<AssetId, byte[]> files = new ConcurrentHashMap<>();
  final Set<DomainId> domains = ConcurrentHashMap.newKeySet();

  final UsersInMemory users = new UsersInMemory();

  /** Answers to further commands, or other answers than the usual ones. */
  final Map<Command, Function<Message, Message.Builder>> further = new ConcurrentHashMap<>();

  /** What came without wanting an answer, and what was for other users. */
  final BlockingQueue<Message> received = new LinkedBlockingQueue<>();

  /** A ledger that refuses what it must. */
  LedgerInMemory() {
    this(true);
  }

  /** A ledger that perhaps does not look at the files. */
  LedgerInMemory(boolean checksFiles) {
    this.checksFiles = checksFiles;
  }

  @Override
  public void run(ScriptedNode.Peer peer) throws Exception {
    while (true) {
      Message request = peer.receive();
      if (!users.take(peer, request) && request.has(KeyType.QUERY_ID)) {
        Message answer = answer(request).build();
        synchronized (peer) {
          peer.send(answer);
        }
      } else {
        received.add(request);
      }
    }
  }

  private Message.Builder answer(Message request) {
    Command command = Command.requestOfNumber(request.commandNumber().orElseThrow());
    Function<Message, Message.Builder> scripted = further.get(command);
    return scripted == null ? usual(command, request) : scripted.apply(request);
  }

  private Message.Builder usual(Command command, Message request) {
    return switch (command) {
      case REQUEST_SETUP_DOMAIN -> setUp(request);
      case REQUEST_GET_DOMAINLIST -> reply(request).put(KeyType.DOMAIN_LIST, domainList());
      case REQUEST_GET_NODEID -> reply(request).put(KeyType.NODE_ID, new byte[Id.FULL_LENGTH]);
      case REQUEST_INSERT -> insert(request);
      case REQUEST_SEARCH_TRANSACTION -> search(request);
      case REQUEST_SEARCH_WITH_CONDITIONS -> searchWithConditions(request);
      case REQUEST_COUNT_TRANSACTIONS ->
          reply(request, 95).put(KeyType.COUNT, matching(request).size());
      case REQUEST_TRAVERSE_TRANSACTIONS -> pointingTo(request);
      default -> error(request, StatusCode.EINVALID_COMMAND, "not scripted");
    };
  }

  private Message.Builder setUp(Message request) {
    boolean added = domains.add(request.id(KeyType.DOMAIN_ID, DomainId::of));
    Message.Builder reply = reply(request).put(KeyType.RESULT, added);
    return added ? reply : reply.put(KeyType.REASON, Reasons.ALREADY_EXISTS);
  }

  private byte[] domainList() {
    java.io.ByteArrayOutputStream list = new java.io.ByteArrayOutputStream();
    list.write(0);
    list.write(domains.size());
    domains.forEach(domain -> list.writeBytes(domain.toByteArray()));
    return list.toByteArray();
  }

  private boolean isKnownDomain(Message request) {
    return domains.contains(request.id(KeyType.DOMAIN_ID, DomainId::of));
  }

  private Message.Builder insert(Message request) {
    if (!isKnownDomain(request)) {
      return error(request, StatusCode.EINVALID_COMMAND, Reasons.SET_UP_THE_DOMAIN_FIRST);
    }
    Transaction transaction = Transaction.read(request.bytes(KeyType.TRANSACTION_DATA));
    Map<AssetId, byte[]> sent = request.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of);
    ValidationResult result =
        new TransactionValidator(SignatureEngines.fastest()).validate(transaction, sent);
    if (!result.valid() || checksFiles && !result.invalidAssets().isEmpty()) {
      return error(request, StatusCode.EINVALID_COMMAND, Reasons.BAD_TRANSACTION_FORMAT);
    }
    transactions.put(transaction.transactionId(), transaction);
    files.putAll(sent);
    return reply(request).put(KeyType.TRANSACTION_ID, transaction.transactionId());
  }

  private Message.Builder search(Message request) {
    Transaction found = transactions.get(request.id(KeyType.TRANSACTION_ID, TransactionId::of));
    return found == null
        ? notFound(request)
        : reply(request)
            .put(KeyType.TRANSACTION_DATA, found.serialize())
            .put(KeyType.ALL_ASSET_FILES, filesOf(List.of(found)));
  }

  private Message.Builder searchWithConditions(Message request) {
    if (!isKnownDomain(request)) {
      return error(request, StatusCode.EINVALID_COMMAND, Reasons.NO_SUCH_DOMAIN);
    }
    List<Transaction> matching = matching(request);
    Collections.reverse(matching);
    long asked = request.integer(KeyType.COUNT);
    long count = asked < 1 ? longestAnswer : Math.min(asked, longestAnswer);
    List<Transaction> page = matching.stream().limit(count).toList();
    return page.isEmpty()
        ? notFound(request)
        : reply(request)
            .put(KeyType.TRANSACTIONS, page.stream().map(Transaction::serialize).toList())
            .put(KeyType.ALL_ASSET_FILES, filesOf(page));
  }

  private List<Transaction> matching(Message request) {
    long from = request.optInteger(KeyType.START_FROM).orElse(0);
    long until = request.optInteger(KeyType.UNTIL).orElse(Long.MAX_VALUE);
    UserId user = request.optId(KeyType.USER_ID, UserId::of);
    AssetGroupId group = request.optId(KeyType.ASSET_GROUP_ID, AssetGroupId::of);
    synchronized (transactions) {
      return new ArrayList<>(
          transactions.values().stream()
              .filter(
                  transaction ->
                      transaction.timestamp() >= from && transaction.timestamp() <= until)
              .filter(
                  transaction ->
                      transaction.assetEntries().stream()
                          .anyMatch(
                              entry ->
                                  (user == null || user.equals(entry.userId()))
                                      && (group == null || group.equals(entry.assetGroupId()))))
              .toList());
    }
  }

  private Map<AssetId, byte[]> filesOf(List<Transaction> found) {
    Map<AssetId, byte[]> result = new LinkedHashMap<>();
    found.forEach(
        transaction ->
            transaction
                .assetEntries()
                .forEach(
                    entry ->
                        Optional.ofNullable(files.get(entry.assetId()))
                            .ifPresent(content -> result.put(entry.assetId(), content))));
    return result;
  }

  private Message.Builder pointingTo(Message request) {
    TransactionId start = request.id(KeyType.TRANSACTION_ID, TransactionId::of);
    Transaction found = transactions.get(start);
    if (found == null) {
      return notFound(request);
    }
    List<Value> pointing = new ArrayList<>();
    synchronized (transactions) {
      transactions.values().stream()
          .filter(other -> other.links().stream().anyMatch(l -> l.target().equals(start)))
          .forEach(other -> pointing.add(new Value.Bytes(other.serialize())));
    }
    Value first = new Value.ListValue(List.of(new Value.Bytes(found.serialize())));
    List<Value> levels =
        pointing.isEmpty() ? List.of(first) : List.of(first, new Value.ListValue(pointing));
    return reply(request)
        .put(KeyType.TRANSACTION_ID, start)
        .put(KeyType.TRANSACTION_TREE, new Value.ListValue(levels))
        .put(KeyType.ALL_INCLUDED, true);
  }

  private static Message.Builder notFound(Message request) {
    return error(request, StatusCode.ENOTRANSACTION, Reasons.CANNOT_FIND_TRANSACTION);
  }

  static Message.Builder error(Message request, StatusCode status, String reason) {
    int number = request.commandNumber().orElseThrow();
    return reply(request, number == 95 ? 95 : number + 1)
        .put(KeyType.STATUS, status.code())
        .put(KeyType.REASON, reason);
  }
}
