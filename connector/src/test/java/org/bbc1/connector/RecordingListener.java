package org.bbc1.connector;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;

/** Keeps what it is told; what it answers can be chosen. */
final class RecordingListener implements ClientMessageListener {

  record Received(ConnectionId connection, Message message, Dialect dialect) {
    long number() {
      return TestFrames.numberOf(message);
    }
  }

  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  final BlockingQueue<ConnectionId> disconnected = new LinkedBlockingQueue<>();
  private final Function<Received, CompletionStage<Void>> answer;

  RecordingListener() {
    this(message -> CompletableFuture.completedFuture(null));
  }

  RecordingListener(Function<Received, CompletionStage<Void>> answer) {
    this.answer = answer;
  }

  @Override
  public CompletionStage<Void> onMessage(
      ConnectionId connection, Message message, Dialect dialect) {
    Received one = new Received(connection, message, dialect);
    received.add(one);
    return answer.apply(one);
  }

  @Override
  public void onDisconnected(ConnectionId connection) {
    disconnected.add(connection);
  }

  Received next() {
    return take(received);
  }

  ConnectionId nextDisconnected() {
    return take(disconnected);
  }

  List<Long> nextNumbers(int count) {
    return Stream.generate(() -> next().number()).limit(count).toList();
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      T one = queue.poll(10, SECONDS);
      if (one == null) {
        throw new AssertionError("nothing came within 10 s");
      }
      return one;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
