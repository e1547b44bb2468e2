package org.bbc1.client;

import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;

/**
 * A transaction with assets of a watched group was recorded. Source: client-protocol section 12.1.
 *
 * @param domain where
 * @param transactionId the transaction; its content is not sent
 * @param assetGroups all groups it has assets of, the watched ones and others
 */
public record InsertNotification(
    DomainId domain, TransactionId transactionId, List<AssetGroupId> assetGroups) {

  /**
   * Reads one.
   *
   * @throws org.bbc1.message.MessageFieldException if it is none
   */
  public static InsertNotification read(Message message) {
    return new InsertNotification(
        message.id(KeyType.DOMAIN_ID, DomainId::of),
        message.id(KeyType.TRANSACTION_ID, TransactionId::of),
        message.bytesList(KeyType.ASSET_GROUP_IDS).stream().map(AssetGroupId::of).toList());
  }
}
