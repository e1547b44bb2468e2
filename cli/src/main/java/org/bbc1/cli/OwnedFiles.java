package org.bbc1.cli;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bbc1.client.BbcClient;
import org.bbc1.client.SearchCondition;
import org.bbc1.client.SearchOrder;
import org.bbc1.client.SearchResult;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Transaction;

/**
 * Finds the files of one owner in one asset group, the newest first. The protocol knows no pages,
 * and a node cuts an answer that would grow too long, as the contents of the files come along; so
 * where an answer is cut, the rest is asked for by time.
 */
final class OwnedFiles {

  private static final int FIRST_LOOK = 16;

  /** A span of timestamps, both ends included. */
  private record Window(long from, long until) {

    static final Window ALL = new Window(0, Long.MAX_VALUE);

    SearchCondition in(SearchCondition condition) {
      return condition.between(from == 0 ? null : from, until == Long.MAX_VALUE ? null : until);
    }

    boolean isPoint() {
      return from == until;
    }

    Window since(long timestamp) {
      return new Window(timestamp, until);
    }

    Window before(long timestamp) {
      return new Window(from, timestamp - 1);
    }

    long middle() {
      return from + (until - from) / 2 + 1;
    }
  }

  private final BbcClient client;
  private final AssetGroupId group;
  private final UserId owner;
  private final SearchCondition condition;
  private final Map<TransactionId, RecordedFile> files = new LinkedHashMap<>();
  private final Set<TransactionId> compromised = new HashSet<>();
  private final Deque<Window> open = new ArrayDeque<>();

  OwnedFiles(BbcClient client, AssetGroupId group, UserId owner) {
    this.client = client;
    this.group = group;
    this.owner = owner;
    this.condition = SearchCondition.ANY.inGroup(group).ownedBy(owner);
  }

  /** The newest file that is wanted. */
  Optional<RecordedFile> first(Predicate<RecordedFile> wanted) {
    SearchResult newest = client.search(condition, SearchOrder.NEWEST_FIRST, FIRST_LOOK);
    take(newest);
    open.push(Window.ALL);
    Optional<RecordedFile> match = files.values().stream().filter(wanted).findFirst();
    while (match.isEmpty() && !open.isEmpty()) {
      look(open.pop());
      match = files.values().stream().filter(wanted).findFirst();
    }
    return match;
  }

  /** All files; afterwards {@link #compromised} tells how many could not be shown. */
  Collection<RecordedFile> all() {
    open.push(Window.ALL);
    while (!open.isEmpty()) {
      look(open.pop());
    }
    return Collections.unmodifiableCollection(files.values());
  }

  /** Number of transactions of the owner that the node reported as damaged. */
  int compromised() {
    return compromised.size();
  }

  private void look(Window window) {
    SearchResult result = client.search(window.in(condition), SearchOrder.NEWEST_FIRST, 0);
    take(result);
    int seen = result.transactions().size();
    long total = client.count(window.in(condition));
    if (seen + result.compromisedIds().size() >= total || seen == 0 || window.isPoint()) {
      return;
    }
    long oldest =
        result.transactions().stream()
            .mapToLong(Transaction::timestamp)
            .min()
            .orElse(window.from());
    long border = oldest > window.from() ? oldest : window.middle();
    open.push(window.before(border));
    Window newer = window.since(border);
    if (border != oldest || client.count(newer.in(condition)) > seen) {
      open.push(newer);
    }
  }

  private void take(SearchResult result) {
    compromised.addAll(result.compromisedIds());
    for (Transaction transaction : result.transactions()) {
      RecordedFile.of(transaction, group)
          .filter(file -> file.asset().userId().equals(owner))
          .ifPresent(file -> files.putIfAbsent(transaction.transactionId(), file));
    }
  }
}
