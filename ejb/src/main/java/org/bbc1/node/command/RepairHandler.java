package org.bbc1.node.command;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.repair.RepairService;
import org.jspecify.annotations.Nullable;

/**
 * REPAIR of a transaction or of an asset file; there is never a reply (spec client-protocol 11.8).
 */
final class RepairHandler implements CommandHandler.Blocking {

  private final RepairService repairs;

  RepairHandler(RepairService repairs) {
    this.repairs = repairs;
  }

  @Override
  public Command command() {
    return Command.REQUEST_REPAIR;
  }

  @Override
  public Reply answer(Request request) {
    byte[] transaction = request.message().optBytes(KeyType.TRANSACTION_ID);
    if (transaction == null) {
      repairAssetFile(request.domainId(), request.message());
    } else {
      TransactionId id = LedgerIds.orNull(transaction, TransactionId::of);
      if (id != null) {
        repairs.repairTransaction(request.domainId(), id);
      }
    }
    return Reply.none();
  }

  private void repairAssetFile(@Nullable DomainId domain, Message message) {
    byte[] group = message.optBytes(KeyType.ASSET_GROUP_ID);
    byte[] asset = message.optBytes(KeyType.ASSET_ID);
    AssetGroupId groupId = group == null ? null : LedgerIds.orNull(group, AssetGroupId::of);
    AssetId assetId = asset == null ? null : LedgerIds.orNull(asset, AssetId::of);
    if (groupId != null && assetId != null) {
      repairs.repairAssetFile(domain, groupId, assetId);
    }
  }
}
