package org.bbc1.node.command;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.node.ledger.Traversal;

/**
 * The levels of a traversal as they go into a reply: only transactions that verify; the others are
 * named by id. Levels that became empty are left out.
 */
final class TransactionTree {

  private final FoundTransactions found;
  private final List<List<byte[]>> levels = new ArrayList<>();
  private boolean allIncluded = true;

  TransactionTree(int maxFrameBytes) {
    this.found = new FoundTransactions(maxFrameBytes);
  }

  /** Adds what a walk met, as far as the reply has room. */
  void add(Traversal traversal) {
    allIncluded = traversal.allIncluded();
    for (List<FoundTransaction> level : traversal.levels()) {
      if (!addLevel(level)) {
        allIncluded = false;
        break;
      }
    }
  }

  private boolean addLevel(List<FoundTransaction> transactions) {
    List<byte[]> level = new ArrayList<>();
    boolean roomLeft = true;
    for (FoundTransaction transaction : transactions) {
      if (!transaction.intact()) {
        roomLeft = found.addCompromisedId(transaction);
      } else {
        int before = found.good().size();
        roomLeft = found.add(transaction);
        level.addAll(found.good().subList(before, found.good().size()));
      }
      if (!roomLeft) {
        break;
      }
    }
    if (!level.isEmpty()) {
      levels.add(level);
    }
    return roomLeft;
  }

  List<List<byte[]>> levels() {
    return levels;
  }

  /** Whether nothing was met at all. */
  boolean isEmpty() {
    return levels.isEmpty() && !found.anyCompromisedTransaction();
  }

  void putInto(Message.Builder fields) {
    if (!levels.isEmpty()) {
      fields.putTree(KeyType.TRANSACTION_TREE, levels);
    }
    fields.put(KeyType.ALL_INCLUDED, allIncluded);
    found.putFiles(fields);
    found.putCompromisedIds(fields);
  }
}
