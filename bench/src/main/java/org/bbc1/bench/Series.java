package org.bbc1.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** The measurements against one running node. */
final class Series {

  private static final int CHAIN_LENGTH = 500;
  private static final int TRAVERSE_HOPS = 10;
  private static final int SEARCH_FRAMES = 2000;

  private final InetSocketAddress node;
  private final double seconds;
  private final int insertsPerSecond;
  private final Workload workload = new Workload(System.nanoTime() % 100_000);

  /**
   * @param seconds length of one run
   * @param insertsPerSecond transactions to prepare for each second of an insert run
   */
  Series(InetSocketAddress node, double seconds, int insertsPerSecond) {
    this.node = node;
    this.seconds = seconds;
    this.insertsPerSecond = insertsPerSecond;
  }

  /**
   * Inserts over this many connections; afterwards the ledger must hold exactly what was
   * acknowledged.
   *
   * @throws IOException if a socket fails or the ledger's count is another
   */
  LoadResult insert(Curve curve, int connections) throws IOException {
    int each = (int) Math.ceil(seconds * insertsPerSecond / connections);
    List<RequestSource> sources = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      UserId user = Workload.user(i);
      List<byte[]> frames = new ArrayList<>(each);
      for (Transaction transaction :
          workload.transactions(Workload.group(curve), user, KeyPair.generate(curve), each)) {
        frames.add(Workload.insert(user, transaction));
      }
      sources.add(RequestSource.once(frames));
    }
    long before = Session.count(node, Workload.group(curve));
    LoadResult result;
    try (Session session = new Session(node, connections)) {
      result = session.run(sources, seconds);
    }
    long added = Session.count(node, Workload.group(curve)) - before;
    if (added != result.answered()) {
      throw new IOException(
          "acknowledged " + result.answered() + " transactions, the ledger holds " + added);
    }
    return result;
  }

  /** Searches by id, at random among these. */
  LoadResult search(int connections, List<TransactionId> ids) throws IOException {
    Random random = new Random(connections);
    return readers(connections, user -> Workload.search(user, ids.get(random.nextInt(ids.size()))));
  }

  LoadResult conditions(int connections) throws IOException {
    return readers(connections, user -> Workload.searchGroup(user, Workload.group(Curve.P256), 10));
  }

  LoadResult traverse(int connections, List<TransactionId> chain) throws IOException {
    Random random = new Random(connections);
    return readers(
        connections,
        user ->
            Workload.traverse(
                user,
                chain.get(TRAVERSE_HOPS + random.nextInt(chain.size() - TRAVERSE_HOPS)),
                TRAVERSE_HOPS));
  }

  /** Stores this many transactions quickly and gives their ids. */
  List<TransactionId> fill(int count) throws IOException {
    KeyPair key = KeyPair.generate(Curve.P256);
    List<TransactionId> ids = new ArrayList<>();
    List<RequestSource> sources = new ArrayList<>();
    int connections = 16;
    for (int i = 0; i < connections; i++) {
      UserId user = Workload.user(i);
      List<byte[]> frames = new ArrayList<>();
      for (Transaction made :
          workload.transactions(Workload.group(Curve.P256), user, key, count / connections)) {
        ids.add(made.transactionId());
        frames.add(Workload.insert(user, made));
      }
      sources.add(RequestSource.once(frames));
    }
    insertAll(sources, ids.size());
    return ids;
  }

  /** Stores a chain of transactions, each with a pointer to the one before, and gives their ids. */
  List<TransactionId> chain() throws IOException {
    KeyPair key = KeyPair.generate(Curve.P256);
    UserId user = Workload.user(0);
    List<TransactionId> ids = new ArrayList<>();
    List<byte[]> frames = new ArrayList<>();
    @Nullable TransactionId previous = null;
    for (int i = 0; i < CHAIN_LENGTH; i++) {
      Transaction made = workload.transaction(Workload.CHAIN_GROUP, user, key, previous);
      previous = made.transactionId();
      ids.add(previous);
      frames.add(Workload.insert(user, made));
    }
    insertAll(List.of(RequestSource.once(frames)), ids.size());
    return ids;
  }

  private void insertAll(List<RequestSource> sources, int expected) throws IOException {
    try (Session session = new Session(node, sources.size())) {
      // Each lane ends with its own frames; the time is only a bound.
      LoadResult result = session.runToEnd(sources);
      if (result.answered() != expected) {
        throw new IOException("stored " + result.answered() + " of " + expected);
      }
    }
  }

  private LoadResult readers(int connections, Function<UserId, byte[]> request) throws IOException {
    List<RequestSource> sources = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      List<byte[]> frames = new ArrayList<>();
      for (int k = 0; k < SEARCH_FRAMES; k++) {
        frames.add(request.apply(Workload.user(i)));
      }
      sources.add(RequestSource.cycle(frames));
    }
    try (Session session = new Session(node, connections)) {
      return session.run(sources, seconds);
    }
  }
}
