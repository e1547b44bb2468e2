package org.bbc1.node.command;

import java.util.List;
import org.bbc1.error.StatusCode;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.node.config.SearchLimits;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.ledger.Direction;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.node.transaction.TransactionService;

/**
 * SEARCH_WITH_CONDITIONS (spec client-protocol 11.3; without any condition the whole domain,
 * decision D3).
 */
final class SearchWithConditionsHandler implements CommandHandler.Blocking {

  private static final long ASCENDING = 1;

  private final DomainRegistry domains;
  private final TransactionService transactions;
  private final SearchLimits limits;
  private final int maxFrameBytes;

  SearchWithConditionsHandler(
      DomainRegistry domains,
      TransactionService transactions,
      SearchLimits limits,
      int maxFrameBytes) {
    this.domains = domains;
    this.transactions = transactions;
    this.limits = limits;
    this.maxFrameBytes = maxFrameBytes;
  }

  @Override
  public Command command() {
    return Command.REQUEST_SEARCH_WITH_CONDITIONS;
  }

  @Override
  public Reply answer(Request request) {
    domains.require(request.domainId());
    Conditions conditions = Conditions.of(request.message());
    Direction direction =
        request.message().optInteger(KeyType.DIRECTION).orElse(0) == ASCENDING
            ? Direction.ASCENDING
            : Direction.DESCENDING;
    int count = count(request.message().optInteger(KeyType.COUNT).orElse(1));
    List<FoundTransaction> found =
        conditions.satisfiable()
            ? transactions.search(request.domainId(), conditions.condition(), direction, count)
            : List.of();
    return reply(new FoundTransactions(maxFrameBytes).addAll(found));
  }

  private int count(long asked) {
    return asked <= 0 || asked > limits.maxCount() ? limits.maxCount() : (int) asked;
  }

  private static Reply reply(FoundTransactions found) {
    if (found.good().isEmpty() && !found.anyCompromised()) {
      return Reply.routedError(StatusCode.ENOTRANSACTION, Reasons.CANNOT_FIND_TRANSACTION);
    }
    return Reply.routed(
        found.good().isEmpty() ? StatusCode.EBADTRANSACTION : StatusCode.ESUCCESS,
        fields -> {
          if (!found.good().isEmpty()) {
            fields.put(KeyType.TRANSACTIONS, found.good());
          }
          found.putFiles(fields);
          found.putCompromised(fields);
        });
  }
}
