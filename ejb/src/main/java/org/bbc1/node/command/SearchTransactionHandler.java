package org.bbc1.node.command;

import java.util.List;
import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.transaction.TransactionService;

/** SEARCH_TRANSACTION: one transaction by its id (spec client-protocol 11.2). */
final class SearchTransactionHandler implements CommandHandler.Blocking {

  private final DomainRegistry domains;
  private final TransactionService transactions;
  private final Statistics statistics;
  private final int maxFrameBytes;

  SearchTransactionHandler(
      DomainRegistry domains,
      TransactionService transactions,
      Statistics statistics,
      int maxFrameBytes) {
    this.domains = domains;
    this.transactions = transactions;
    this.statistics = statistics;
    this.maxFrameBytes = maxFrameBytes;
  }

  @Override
  public Command command() {
    return Command.REQUEST_SEARCH_TRANSACTION;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.TRANSACTION_ID);
  }

  @Override
  public Reply answer(Request request) {
    byte[] wanted = request.message().optBytes(KeyType.TRANSACTION_ID);
    statistics.increment(Counter.TRANSACTION_SEARCH_COUNT);
    if (request.domainId() == null) {
      return Reply.directError(StatusCode.ENOTRANSACTION, Reasons.CANNOT_FIND_TRANSACTION);
    }
    domains.require(request.domainId());
    TransactionId id = wanted == null ? null : LedgerIds.orNull(wanted, TransactionId::of);
    return id == null
        ? notFound()
        : transactions
            .find(request.domainId(), id)
            .map(found -> reply(id, found))
            .orElseGet(SearchTransactionHandler::notFound);
  }

  private static Reply notFound() {
    return Reply.routedError(StatusCode.ENOTRANSACTION, Reasons.CANNOT_FIND_TRANSACTION);
  }

  private Reply reply(TransactionId wanted, FoundTransaction found) {
    FoundTransactions result = new FoundTransactions(maxFrameBytes).addAll(List.of(found));
    return Reply.routed(
        result.anyCompromised() ? StatusCode.EBADTRANSACTION : StatusCode.ESUCCESS,
        fields -> {
          result.putFiles(fields);
          fields.put(KeyType.TRANSACTION_ID, wanted);
          fields.put(
              found.intact() ? KeyType.TRANSACTION_DATA : KeyType.COMPROMISED_TRANSACTION_DATA,
              found.data());
          result.putCompromisedIds(fields);
        });
  }
}
