package org.bbc1.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants the user's signature on a transaction. The node vouches for nothing: who signs
 * looks at the transaction first. Source: client-protocol section 13.4.
 *
 * @param domain where it is to be recorded
 * @param requester who asks
 * @param queryId to be sent back with the answer, so that the requester can match it; null if the
 *     request had none
 * @param transaction what is to be signed
 * @param referred transactions it refers to, by the id the requester gave them
 * @param assetFiles contents of asset files
 * @param hint anything the requester added, or null
 */
public record SignatureRequest(
    DomainId domain,
    UserId requester,
    @Nullable QueryId queryId,
    Transaction transaction,
    Map<TransactionId, Transaction> referred,
    Map<AssetId, byte[]> assetFiles,
    @Nullable Value hint) {

  /**
   * Reads the request.
   *
   * @throws MessageFieldException or {@link IllegalArgumentException} if it cannot be read
   */
  public static SignatureRequest read(Message message) {
    Map<TransactionId, Transaction> referred = new LinkedHashMap<>();
    message
        .bytesMap(KeyType.TRANSACTIONS, TransactionId::of)
        .forEach((id, wire) -> referred.put(id, Transaction.read(wire)));
    return new SignatureRequest(
        message.id(KeyType.DOMAIN_ID, DomainId::of),
        message.id(KeyType.SOURCE_USER_ID, UserId::of),
        QueryId.of(message),
        Transaction.read(message.bytes(KeyType.TRANSACTION_DATA)),
        referred,
        message.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of),
        message.get(KeyType.HINT));
  }
}
