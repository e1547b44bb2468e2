package org.bbc1.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Drives any number of connections from one thread: request, answer, next request, for a given
 * time. Frames are made before the clock starts; the timed loop only sends, receives and checks.
 */
final class LoadGenerator {

  private final Predicate<byte[]> goodAnswer;

  /**
   * @param goodAnswer tells a good answer from an error answer, given the body of the frame
   */
  LoadGenerator(Predicate<byte[]> goodAnswer) {
    this.goodAnswer = goodAnswer;
  }

  /**
   * Runs until the time is up, or a source has run out, and every request in flight is answered.
   * With infinite time each source is sent to its end.
   *
   * @param connections registered connections, one per source
   */
  LoadResult run(List<LoadConnection> connections, List<RequestSource> sources, double seconds)
      throws IOException {
    try (Selector selector = Selector.open()) {
      List<Lane> lanes = new ArrayList<>();
      for (int i = 0; i < connections.size(); i++) {
        LoadConnection connection = connections.get(i);
        connection.goNonBlocking();
        Lane lane = new Lane(connection, sources.get(i));
        lane.key = connection.channel().register(selector, SelectionKey.OP_READ, lane);
        lanes.add(lane);
      }
      return new Run(selector, lanes, seconds).execute();
    }
  }

  private static final class Lane {
    final LoadConnection connection;
    final RequestSource source;
    @Nullable SelectionKey key;

    Lane(LoadConnection connection, RequestSource source) {
      this.connection = connection;
      this.source = source;
    }
  }

  private final class Run {
    private static final long STALL_SECONDS = 30;

    private final Selector selector;
    private final List<Lane> lanes;
    private final long durationNanos;
    private final boolean toTheEnd;
    private final LatencyRecorder latencies = new LatencyRecorder();
    private long refused;
    private int inFlight;
    private boolean exhausted;

    Run(Selector selector, List<Lane> lanes, double seconds) {
      this.selector = selector;
      this.lanes = lanes;
      this.toTheEnd = Double.isInfinite(seconds);
      this.durationNanos = toTheEnd ? 0 : (long) (seconds * 1e9);
    }

    LoadResult execute() throws IOException {
      long start = System.nanoTime();
      long end = start + durationNanos;
      long lastAnswer = start;
      for (Lane lane : lanes) {
        sendNext(lane);
      }
      while (inFlight > 0) {
        if (selector.select(TimeUnit.SECONDS.toMillis(STALL_SECONDS)) == 0) {
          throw new IOException("no answer for " + STALL_SECONDS + " s");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          lastAnswer = serve((Lane) key.attachment(), end, lastAnswer);
        }
        selector.selectedKeys().clear();
      }
      return new LoadResult(
          latencies.count(),
          refused,
          (lastAnswer - start) / 1e9,
          latencies.percentileMillis(50),
          latencies.percentileMillis(99),
          exhausted);
    }

    private long serve(Lane lane, long end, long lastAnswer) throws IOException {
      if (!lane.connection.flush()) {
        return lastAnswer;
      }
      interest(lane, SelectionKey.OP_READ);
      byte[] body = lane.connection.receive();
      if (body == null) {
        return lastAnswer;
      }
      long now = System.nanoTime();
      inFlight--;
      if (goodAnswer.test(body)) {
        latencies.record(now - lane.connection.sentAt());
      } else {
        refused++;
      }
      if (toTheEnd || (now < end && !exhausted)) {
        sendNext(lane);
      }
      return now;
    }

    private void sendNext(Lane lane) throws IOException {
      byte[] frame = lane.source.next();
      if (frame == null) {
        exhausted = true;
        return;
      }
      inFlight++;
      lane.connection.send(frame, System.nanoTime());
      if (!lane.connection.flush()) {
        interest(lane, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    }

    private void interest(Lane lane, int operations) {
      SelectionKey key = lane.key;
      if (key != null && key.interestOps() != operations) {
        key.interestOps(operations);
      }
    }
  }
}
