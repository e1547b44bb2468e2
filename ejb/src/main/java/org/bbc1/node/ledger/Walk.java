package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.transaction.Link;
import org.bbc1.transaction.Transaction;

/**
 * One walk along the links of transactions, breadth first and with one query per level
 * (client-protocol 11.5). For one use.
 */
final class Walk {

  private final DomainId domain;
  private final int domainNo;
  private final TraverseRequest request;
  private final TraverseFilter filter;
  private final ExistingRows rows;
  private final LinkRows links;
  private final FoundTransactions assembler;
  private final long maxBytes;

  private final Set<TransactionId> visited = new HashSet<>();
  private final Map<TransactionId, StoredRow> loaded = new HashMap<>();
  private final List<List<FoundTransaction>> levels = new ArrayList<>();
  private long bytes;
  private boolean cut;

  Walk(
      DomainId domain,
      int domainNo,
      TraverseRequest request,
      LedgerDialect dialect,
      FoundTransactions assembler,
      long maxBytes) {
    this.domain = domain;
    this.domainNo = domainNo;
    this.request = request;
    this.filter = new TraverseFilter(request);
    this.rows = new ExistingRows(dialect);
    this.links = new LinkRows(dialect);
    this.assembler = assembler;
    this.maxBytes = maxBytes;
  }

  Traversal run(Connection connection, TransactionId start) throws SQLException {
    long hops = Math.min(request.hopCount(), 2L * request.maxTraverse());
    List<TransactionId> waiting = List.of(start);
    for (long hop = 1; hop <= hops && !waiting.isEmpty(); hop++) {
      // Ids that wait twice count twice.
      if (visited.size() + waiting.size() > request.maxTraverse() || bytes > maxBytes) {
        return new Traversal(levels, false);
      }
      waiting = step(connection, waiting, hop < hops);
    }
    return new Traversal(levels, !cut);
  }

  private List<TransactionId> step(
      Connection connection, List<TransactionId> waiting, boolean another) throws SQLException {
    Set<TransactionId> fresh = new LinkedHashSet<>(waiting);
    fresh.removeAll(visited);
    visited.addAll(fresh);
    load(connection, fresh);
    Map<TransactionId, FoundTransaction> level = new LinkedHashMap<>();
    for (TransactionId id : fresh) {
      if (bytes > maxBytes) {
        cut = true;
        break;
      }
      visit(id, level);
    }
    if (level.isEmpty()) {
      return List.of();
    }
    levels.add(List.copyOf(level.values()));
    if (!another || cut) {
      return List.of();
    }
    return request.way() == TraverseRequest.Way.PAST
        ? targets(connection, level)
        : followers(connection, level);
  }

  private void load(Connection connection, Set<TransactionId> ids) throws SQLException {
    List<TransactionId> missing = ids.stream().filter(id -> !loaded.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      loaded.putAll(rows.find(connection, domainNo, missing));
    }
  }

  private void visit(TransactionId id, Map<TransactionId, FoundTransaction> level) {
    StoredRow row = loaded.get(id);
    if (row != null) {
      FoundTransaction found = assembler.of(domain, row);
      if (filter.admits(found, row)) {
        level.put(id, found);
        bytes += FoundTransactions.sizeOf(found);
      }
    }
  }

  private List<TransactionId> targets(
      Connection connection, Map<TransactionId, FoundTransaction> level) throws SQLException {
    List<TransactionId> next = new ArrayList<>();
    for (Map.Entry<TransactionId, FoundTransaction> entry : level.entrySet()) {
      Transaction transaction = entry.getValue().transaction();
      StoredRow row = loaded.get(entry.getKey());
      if (transaction != null) {
        transaction.links().stream().map(Link::target).forEach(next::add);
      } else if (row != null) {
        next.addAll(LinkRows.targets(connection, row.txNo()));
      }
    }
    return next;
  }

  private List<TransactionId> followers(
      Connection connection, Map<TransactionId, FoundTransaction> level) throws SQLException {
    // One more than may be visited is enough to end the walk at the next level.
    int limit = request.maxTraverse() - visited.size() + 1;
    Map<TransactionId, List<TransactionId>> followers =
        links.followers(connection, domainNo, level.keySet(), limit, loaded);
    return level.keySet().stream()
        .flatMap(id -> followers.getOrDefault(id, List.of()).stream())
        .toList();
  }
}
