package org.bbc1.node.command;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.transaction.InsertResult;
import org.bbc1.node.transaction.Refusal;
import org.bbc1.node.transaction.TransactionService;

/** INSERT (spec client-protocol 11.1). */
final class InsertHandler implements CommandHandler.Deferred {

  private final TransactionService transactions;

  InsertHandler(TransactionService transactions) {
    this.transactions = transactions;
  }

  @Override
  public Command command() {
    return Command.REQUEST_INSERT;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.TRANSACTION_DATA, KeyType.ALL_ASSET_FILES);
  }

  @Override
  public CompletionStage<Reply> answer(Request request) {
    byte[] wire = request.message().bytes(KeyType.TRANSACTION_DATA);
    Map<AssetId, byte[]> files = request.message().bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of);
    return transactions.insert(request.domainId(), wire, files).thenApply(InsertHandler::reply);
  }

  private static Reply reply(InsertResult result) {
    if (result instanceof InsertResult.Refused refused) {
      Refusal refusal = refused.refusal();
      return refusal == Refusal.NO_DOMAIN
          ? Reply.directError(StatusCode.EINVALID_COMMAND, refusal.reason())
          : Reply.routedError(StatusCode.EINVALID_COMMAND, refusal.reason());
    }
    InsertResult.Inserted inserted = (InsertResult.Inserted) result;
    return Reply.routed(
        fields -> fields.put(KeyType.TRANSACTION_ID, inserted.transaction().transactionId()));
  }
}
