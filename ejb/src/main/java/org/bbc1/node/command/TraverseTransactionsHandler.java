package org.bbc1.node.command;

import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.node.config.SearchLimits;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.ledger.TraverseRequest;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.transaction.TransactionService;

/**
 * TRAVERSE_TRANSACTIONS: along the links of transactions, level by level (spec client-protocol
 * 11.5).
 */
final class TraverseTransactionsHandler implements CommandHandler.Blocking {

  private static final long TO_THE_PAST = 1;

  private final DomainRegistry domains;
  private final TransactionService transactions;
  private final Statistics statistics;
  private final SearchLimits limits;
  private final int maxFrameBytes;

  TraverseTransactionsHandler(
      DomainRegistry domains,
      TransactionService transactions,
      Statistics statistics,
      SearchLimits limits,
      int maxFrameBytes) {
    this.domains = domains;
    this.transactions = transactions;
    this.statistics = statistics;
    this.limits = limits;
    this.maxFrameBytes = maxFrameBytes;
  }

  @Override
  public Command command() {
    return Command.REQUEST_TRAVERSE_TRANSACTIONS;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.TRANSACTION_ID, KeyType.DIRECTION, KeyType.HOP_COUNT);
  }

  @Override
  public Reply answer(Request request) {
    Message message = request.message();
    byte[] start = message.bytes(KeyType.TRANSACTION_ID);
    Conditions filters = Conditions.of(message.toBuilder().remove(KeyType.ASSET_ID).build());
    TraverseRequest walk = walk(message, filters);
    domains.require(request.domainId());
    statistics.increment(Counter.TRANSACTION_SEARCH_COUNT);
    TransactionId startId = LedgerIds.orNull(start, TransactionId::of);
    TransactionTree tree = new TransactionTree(maxFrameBytes);
    if (startId != null && filters.satisfiable()) {
      tree.add(transactions.traverse(request.domainId(), startId, walk));
    }
    return reply(start, tree);
  }

  private TraverseRequest walk(Message message, Conditions filters) {
    boolean past = message.integer(KeyType.DIRECTION) == TO_THE_PAST;
    long hops = message.integer(KeyType.HOP_COUNT);
    return new TraverseRequest(
        past ? TraverseRequest.Way.PAST : TraverseRequest.Way.FUTURE,
        (int) Math.max(0, Math.min(hops, Integer.MAX_VALUE)),
        filters.condition().assetGroupId(),
        filters.condition().userId(),
        filters.condition().startFrom(),
        filters.condition().until(),
        limits.maxTraverse());
  }

  private static Reply reply(byte[] start, TransactionTree tree) {
    if (tree.isEmpty()) {
      return Reply.routedError(StatusCode.ENOTRANSACTION, Reasons.CANNOT_FIND_TRANSACTION)
          .and(fields -> fields.put(KeyType.TRANSACTION_ID, start));
    }
    return Reply.routed(
        tree.levels().isEmpty() ? StatusCode.EBADTRANSACTION : StatusCode.ESUCCESS,
        fields -> {
          fields.put(KeyType.TRANSACTION_ID, start);
          tree.putInto(fields);
        });
  }
}
