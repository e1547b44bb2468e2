package org.bbc1.node.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.ledger.FoundTransaction;

/**
 * Sorts what a search found into the fields of a reply: good and compromised transactions and files
 * (spec storage A5). Once something does not fit into the reply any more, nothing is added.
 */
final class FoundTransactions {

  private final ReplyBudget budget;
  private final List<byte[]> good = new ArrayList<>();
  private final List<byte[]> compromised = new ArrayList<>();
  private final List<byte[]> compromisedIds = new ArrayList<>();
  private final Map<AssetId, byte[]> files = new LinkedHashMap<>();
  private final Map<AssetId, byte[]> compromisedFiles = new LinkedHashMap<>();

  FoundTransactions(int maxFrameBytes) {
    this.budget = new ReplyBudget(maxFrameBytes);
  }

  /** Adds all in order, as many as fit. */
  FoundTransactions addAll(List<FoundTransaction> found) {
    for (FoundTransaction transaction : found) {
      if (!add(transaction)) {
        break;
      }
    }
    return this;
  }

  /** Adds one; false if there is no room for it. */
  boolean add(FoundTransaction found) {
    if (!budget.take(found.data())) {
      return false;
    }
    if (!found.intact()) {
      compromised.add(found.data());
      addCompromisedId(found);
      return true;
    }
    good.add(found.data());
    return addFiles(found);
  }

  /** Adds only the id of a compromised transaction; false if there is no room for it. */
  boolean addCompromisedId(FoundTransaction found) {
    byte[] id = found.key().toByteArray();
    return budget.take(id) && compromisedIds.add(id);
  }

  private boolean addFiles(FoundTransaction found) {
    return putAll(found.assetFiles(), files) && putAll(found.compromisedFiles(), compromisedFiles);
  }

  private boolean putAll(Map<AssetId, byte[]> source, Map<AssetId, byte[]> target) {
    for (Map.Entry<AssetId, byte[]> file : source.entrySet()) {
      if (!budget.take(file.getValue())) {
        return false;
      }
      target.put(file.getKey(), file.getValue());
    }
    return true;
  }

  List<byte[]> good() {
    return good;
  }

  boolean anyCompromisedTransaction() {
    return !compromisedIds.isEmpty();
  }

  boolean anyCompromised() {
    return anyCompromisedTransaction() || !compromisedFiles.isEmpty();
  }

  /** The asset files, if there are any. */
  void putFiles(Message.Builder fields) {
    if (!files.isEmpty()) {
      fields.put(KeyType.ALL_ASSET_FILES, files);
    }
    if (!compromisedFiles.isEmpty()) {
      fields.put(KeyType.COMPROMISED_ASSET_FILES, compromisedFiles);
    }
  }

  /** The compromised transactions and their ids, if there are any. */
  void putCompromised(Message.Builder fields) {
    if (!compromised.isEmpty()) {
      fields.put(KeyType.COMPROMISED_TRANSACTIONS, compromised);
    }
    putCompromisedIds(fields);
  }

  /** The ids of the compromised transactions, if there are any. */
  void putCompromisedIds(Message.Builder fields) {
    if (!compromisedIds.isEmpty()) {
      fields.put(KeyType.COMPROMISED_TRANSACTION_IDS, compromisedIds);
    }
  }
}
