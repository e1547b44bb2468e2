package org.bbc1.node.stats;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Two-level map of integers: category, item, value. An entry appears when it is first touched.
 * Thread-safe.
 */
public final class Statistics {

  private final Map<String, Map<String, AtomicLong>> categories = new ConcurrentHashMap<>();

  /** Adds one. */
  public void increment(Counter counter) {
    add(counter, 1);
  }

  /** Adds to an entry. */
  public void add(Counter counter, long amount) {
    entry(counter).addAndGet(amount);
  }

  /** Subtracts from an entry. */
  public void subtract(Counter counter, long amount) {
    entry(counter).addAndGet(-amount);
  }

  /** Sets an entry, as is done for gauges. */
  public void set(Counter counter, long value) {
    entry(counter).set(value);
  }

  /** Value of an entry, 0 if it was never touched. */
  public long get(Counter counter) {
    AtomicLong entry = categories.getOrDefault(counter.category(), Map.of()).get(counter.item());
    return entry == null ? 0 : entry.get();
  }

  /** Removes one entry. */
  public void remove(Counter counter) {
    Map<String, AtomicLong> items = categories.get(counter.category());
    if (items != null) {
      items.remove(counter.item());
    }
  }

  /** Removes a category with all its entries. */
  public void removeCategory(String category) {
    categories.remove(category);
  }

  /** Removes everything. */
  public void clear() {
    categories.clear();
  }

  /** A copy of all entries, in alphabetical order. */
  public SortedMap<String, SortedMap<String, Long>> snapshot() {
    SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
    categories.forEach(
        (category, items) -> {
          SortedMap<String, Long> values = new TreeMap<>();
          items.forEach((item, value) -> values.put(item, value.get()));
          copy.put(category, values);
        });
    return copy;
  }

  private AtomicLong entry(Counter counter) {
    return categories
        .computeIfAbsent(counter.category(), category -> new ConcurrentHashMap<>())
        .computeIfAbsent(counter.item(), item -> new AtomicLong());
  }
}
