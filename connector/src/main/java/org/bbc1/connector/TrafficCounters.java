package org.bbc1.connector;

import java.util.concurrent.atomic.LongAdder;

/** The running counters of one port; any thread adds to them. */
final class TrafficCounters {

  final LongAdder connectionsAccepted = new LongAdder();
  final LongAdder connectionsRefused = new LongAdder();
  final LongAdder connectionsClosedForMemory = new LongAdder();
  final LongAdder framesReceived = new LongAdder();
  final LongAdder framesDropped = new LongAdder();
  final LongAdder framesSent = new LongAdder();
  final LongAdder bytesReceived = new LongAdder();
  final LongAdder bytesSent = new LongAdder();

  ConnectorCounters snapshot(int connectionsOpen, long bytesInUse) {
    return new ConnectorCounters(
        connectionsOpen,
        connectionsAccepted.sum(),
        connectionsRefused.sum(),
        connectionsClosedForMemory.sum(),
        bytesInUse,
        framesReceived.sum(),
        framesDropped.sum(),
        framesSent.sum(),
        bytesReceived.sum(),
        bytesSent.sum());
  }
}
