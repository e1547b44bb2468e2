package org.bbc1.wire;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Every transaction that occurs anywhere in the captured sessions, with its asset files, so that
 * what a session leaves out can be put into the ledger beforehand.
 */
final class KnownTransactions {

  private final Map<String, Transaction> transactions = new LinkedHashMap<>();
  private final Map<AssetId, byte[]> files = new LinkedHashMap<>();

  static KnownTransactions in(List<CapturedSession> sessions) {
    KnownTransactions known = new KnownTransactions();
    for (CapturedSession session : sessions) {
      session.frames().forEach(frame -> known.learn(frame.message()));
    }
    return known;
  }

  private void learn(Message message) {
    byte[] single = message.optBytes(KeyType.TRANSACTION_DATA);
    if (single != null) {
      add(single);
    }
    if (message.get(KeyType.TRANSACTIONS) instanceof Value.ListValue) {
      message.bytesList(KeyType.TRANSACTIONS).forEach(this::add);
    }
    for (List<byte[]> level : message.bytesTree(KeyType.TRANSACTION_TREE)) {
      level.forEach(this::add);
    }
    files.putAll(message.bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of));
  }

  private void add(byte[] wire) {
    try {
      Transaction transaction = Transaction.read(wire);
      transactions.put(hex(transaction.transactionId().toByteArray()), transaction);
    } catch (RuntimeException e) {
      // bytes that are no transaction are part of some sessions; they cannot be asked for by id
    }
  }

  /** The transaction with this id, or null. */
  @Nullable Transaction find(byte[] id) {
    return transactions.get(hex(id));
  }

  List<Transaction> all() {
    return new ArrayList<>(transactions.values());
  }

  /** The asset files that belong to it, as far as they are known. */
  Map<AssetId, byte[]> filesOf(Transaction transaction) {
    Map<AssetId, byte[]> own = new LinkedHashMap<>();
    transaction
        .assetEntries()
        .forEach(
            asset -> {
              byte[] file = files.get(asset.assetId());
              if (file != null) {
                own.put(asset.assetId(), file);
              }
            });
    return own;
  }

  static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }
}
