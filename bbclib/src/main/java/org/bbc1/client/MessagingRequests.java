package org.bbc1.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Builds the messages between users, the requests for signatures and those about notifications.
 * Source: client-protocol sections 7.1, 12 and 13.
 */
final class MessagingRequests {

  private final RequestForms forms;

  MessagingRequests(RequestForms forms) {
    this.forms = forms;
  }

  Message.Builder register(boolean onMultipleNodes) {
    Message.Builder request = forms.skeleton(Command.REGISTER);
    return onMultipleNodes ? request.put(KeyType.ON_MULTINODES, true) : request;
  }

  Message.Builder unregister() {
    return forms.skeleton(Command.UNREGISTER);
  }

  Message.Builder message(UserId destination, Value payload, boolean anycast) {
    Message.Builder request =
        forms
            .skeleton(Command.MESSAGE)
            .put(KeyType.DESTINATION_USER_ID, destination)
            .put(KeyType.MESSAGE, payload);
    return anycast ? request.put(KeyType.IS_ANYCAST, true) : request;
  }

  /** The transaction travels with its wire header, here and in the map of those it refers to. */
  Message.Builder gatherSignatures(SignatureQuery query) {
    Message.Builder request =
        forms
            .skeleton(Command.REQUEST_GATHER_SIGNATURE)
            .put(KeyType.TRANSACTION_DATA, query.transaction().serialize())
            .put(KeyType.TRANSACTION_ID, query.transaction().transactionId())
            .put(
                KeyType.DESTINATION_USER_IDS,
                query.signers().stream().map(UserId::toByteArray).toList());
    if (!query.referred().isEmpty()) {
      request.put(KeyType.TRANSACTIONS, serialized(query.referred()));
    }
    if (!query.assetFiles().isEmpty()) {
      request.put(KeyType.ALL_ASSET_FILES, query.assetFiles());
    }
    return query.anycast() ? request.put(KeyType.IS_ANYCAST, true) : request;
  }

  Message.Builder signature(
      UserId requester, TransactionId id, int referenceIndex, Signature signature) {
    return answer(requester, id)
        .put(KeyType.REF_INDEX, referenceIndex)
        .put(KeyType.SIGNATURE, signature.pack());
  }

  Message.Builder denial(UserId requester, @Nullable TransactionId id, String reason) {
    return answer(requester, id)
        .put(KeyType.STATUS, StatusCode.EOTHER.code())
        .put(KeyType.REASON, reason);
  }

  /** Asks for notifications about a group, or cancels them. */
  Message.Builder notification(Command command, AssetGroupId group) {
    return forms.skeleton(command).put(KeyType.ASSET_GROUP_ID, group);
  }

  private Message.Builder answer(UserId requester, @Nullable TransactionId id) {
    return forms
        .skeleton(Command.RESPONSE_SIGNATURE)
        .put(KeyType.DESTINATION_USER_ID, requester)
        .putOrNil(KeyType.TRANSACTION_ID, id);
  }

  private static Map<TransactionId, byte[]> serialized(
      Map<TransactionId, Transaction> transactions) {
    Map<TransactionId, byte[]> serialized = new LinkedHashMap<>();
    transactions.forEach((id, transaction) -> serialized.put(id, transaction.serialize()));
    return serialized;
  }
}
