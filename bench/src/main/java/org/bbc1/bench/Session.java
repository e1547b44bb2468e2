package org.bbc1.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.message.KeyType;

/** A set of registered connections to one node. */
final class Session implements AutoCloseable {

  private final List<LoadConnection> connections = new ArrayList<>();

  /** Opens this many connections, each with a user of its own. */
  Session(InetSocketAddress node, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      LoadConnection connection = LoadConnection.open(node);
      connections.add(connection);
      connection.send(Workload.register(Workload.user(i)), System.nanoTime());
      counted(connection, i, Workload.CHAIN_GROUP);
    }
  }

  LoadResult run(List<RequestSource> sources, double seconds) throws IOException {
    return new LoadGenerator(Answers::good).run(connections, sources, seconds);
  }

  /** Sends every frame of every source, however long it takes. */
  LoadResult runToEnd(List<RequestSource> sources) throws IOException {
    return new LoadGenerator(Answers::good).run(connections, sources, Double.POSITIVE_INFINITY);
  }

  /** Number of transactions in a group; before {@link #run} only. */
  static long count(InetSocketAddress node, AssetGroupId group) throws IOException {
    try (LoadConnection connection = LoadConnection.open(node)) {
      return counted(connection, 0, group);
    }
  }

  private static long counted(LoadConnection connection, int user, AssetGroupId group)
      throws IOException {
    connection.send(Workload.count(Workload.user(user), group), System.nanoTime());
    return Answers.decode(connection.await()).integer(KeyType.COUNT);
  }

  @Override
  public void close() throws IOException {
    for (LoadConnection connection : connections) {
      connection.close();
    }
  }
}
