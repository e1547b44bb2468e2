package org.bbc1.node.command;

import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.transaction.TransactionService;

/** COUNT_TRANSACTIONS; the response has the number of the request (spec client-protocol 11.4). */
final class CountTransactionsHandler implements CommandHandler.Blocking {

  private final DomainRegistry domains;
  private final TransactionService transactions;

  CountTransactionsHandler(DomainRegistry domains, TransactionService transactions) {
    this.domains = domains;
    this.transactions = transactions;
  }

  @Override
  public Command command() {
    return Command.REQUEST_COUNT_TRANSACTIONS;
  }

  @Override
  public Reply answer(Request request) {
    domains.require(request.domainId());
    Conditions conditions = Conditions.of(request.message());
    long count =
        conditions.satisfiable()
            ? transactions.count(request.domainId(), conditions.condition())
            : 0;
    return Reply.routed(fields -> fields.put(KeyType.COUNT, count));
  }
}
