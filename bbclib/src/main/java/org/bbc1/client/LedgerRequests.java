package org.bbc1.client;

import java.util.Map;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.jspecify.annotations.Nullable;

/** Builds the requests about transactions. Source: client-protocol section 11. */
final class LedgerRequests {

  private final RequestForms forms;

  LedgerRequests(RequestForms forms) {
    this.forms = forms;
  }

  Message.Builder insert(byte[] transaction, Map<AssetId, byte[]> assetFiles) {
    return forms
        .skeleton(Command.REQUEST_INSERT)
        .put(KeyType.TRANSACTION_DATA, transaction)
        .put(KeyType.ALL_ASSET_FILES, assetFiles);
  }

  /** A request about one transaction. */
  Message.Builder about(Command command, TransactionId id) {
    return forms.skeleton(command).put(KeyType.TRANSACTION_ID, id);
  }

  /** The asset group is sent as the reference does; no node looks at it. */
  Message.Builder ledgerSubsystem(Command command, @Nullable AssetGroupId group, TransactionId id) {
    return forms
        .skeleton(command)
        .putOrNil(KeyType.ASSET_GROUP_ID, group)
        .put(KeyType.TRANSACTION_ID, id);
  }

  Message.Builder search(SearchCondition condition, SearchOrder order, int count) {
    return Conditions.add(
        forms
            .skeleton(Command.REQUEST_SEARCH_WITH_CONDITIONS)
            .put(KeyType.DIRECTION, order.number())
            .put(KeyType.COUNT, count),
        condition);
  }

  Message.Builder count(SearchCondition condition) {
    return Conditions.add(forms.skeleton(Command.REQUEST_COUNT_TRANSACTIONS), condition);
  }

  Message.Builder traverse(TraversalRequest traversal) {
    return Conditions.add(
        about(Command.REQUEST_TRAVERSE_TRANSACTIONS, traversal.start())
            .put(KeyType.DIRECTION, traversal.course().number())
            .put(KeyType.HOP_COUNT, traversal.hopCount()),
        traversal.filter());
  }

  Message.Builder crossRefHolders() {
    return forms.skeleton(Command.REQUEST_CROSS_REF_LIST);
  }

  Message.Builder repairAssetFile(AssetGroupId group, AssetId asset) {
    return forms
        .skeleton(Command.REQUEST_REPAIR)
        .put(KeyType.ASSET_GROUP_ID, group)
        .put(KeyType.ASSET_ID, asset);
  }
}
