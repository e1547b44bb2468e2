package org.bbc1.connector;

/**
 * What the client port has counted since it was opened.
 *
 * @param connectionsOpen connections open now
 * @param connectionsAccepted connections accepted
 * @param connectionsRefused connections refused because of the limit
 * @param connectionsClosedForMemory connections closed because all together held too much memory
 * @param bytesInUse bytes of memory that the connections take now
 * @param framesReceived complete frames received, dropped ones included
 * @param framesDropped frames dropped: without a body, of an unknown type, or not a request
 * @param framesSent frames handed to the operating system
 * @param bytesReceived bytes received, headers included
 * @param bytesSent bytes handed to the operating system, headers included
 */
public record ConnectorCounters(
    int connectionsOpen,
    long connectionsAccepted,
    long connectionsRefused,
    long connectionsClosedForMemory,
    long bytesInUse,
    long framesReceived,
    long framesDropped,
    long framesSent,
    long bytesReceived,
    long bytesSent) {

  /** The counters of a port that is not open. */
  public static final ConnectorCounters NONE = new ConnectorCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
