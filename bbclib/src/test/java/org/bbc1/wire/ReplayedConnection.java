package org.bbc1.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/** One connection of a captured session, played again. */
final class ReplayedConnection implements AutoCloseable {

  private final WireClient client;
  private final Dialect dialect;
  private final @Nullable BigInteger clientScalar;
  private final Deque<Received> waiting = new ArrayDeque<>();
  private @Nullable Message exchange;
  private @Nullable WireCipher cipher;

  ReplayedConnection(WireClient client, Dialect dialect, @Nullable BigInteger clientScalar) {
    this.client = client;
    this.dialect = dialect;
    this.clientScalar = clientScalar;
  }

  /** A frame from the node with its map decrypted. */
  private record Received(boolean encrypted, byte[] body) {}

  /** Sends a frame as it was captured, encrypted anew if it was. */
  void send(CapturedFrame frame) {
    if (frame.command() == Command.REQUEST_ECDH_KEY_EXCHANGE) {
      exchange = frame.message();
    }
    if (frame.isEncrypted()) {
      byte[] body = Objects.requireNonNull(cipher, "no key exchanged").encrypt(frame.body());
      client.send(WireClient.ENCRYPTED, body);
    } else {
      client.send(frame.bytes());
    }
  }

  /** Sends a request in the dialect of the session. */
  void send(Message request) {
    client.send(request, dialect);
  }

  /** Returns when the node has processed what was sent before. */
  void awaitProcessed(Message barrier) {
    client.send(barrier, dialect);
    Received received = receive();
    while (!Objects.equals(queryId(received), barrier.get(KeyType.QUERY_ID))) {
      waiting.add(received);
      received = receive();
    }
  }

  /**
   * Compares the next frame from the node with the captured one. Replies that the capture leaves
   * out are passed over.
   *
   * @param remaining the captured frames from this one on
   */
  void expect(CapturedFrame frame, List<CapturedFrame> remaining) {
    Received received = next();
    while (isLeftOut(received, remaining)) {
      received = next();
    }
    assertThat(received.encrypted).as("%s is encrypted", frame).isEqualTo(frame.isEncrypted());
    FrameComparison.assertSame(frame, received.body);
    if (frame.command() == Command.RESPONSE_ECDH_KEY_EXCHANGE) {
      cipher =
          WireCipher.agreed(
              Objects.requireNonNull(clientScalar),
              Objects.requireNonNull(exchange),
              WireFrame.decode(received.body));
    }
  }

  private static boolean isLeftOut(Received received, List<CapturedFrame> remaining) {
    Value queryId = queryId(received);
    return queryId != null
        && remaining.stream()
            .noneMatch(frame -> !frame.isToNode() && queryId.equals(frame.queryId()));
  }

  private static @Nullable Value queryId(Received received) {
    return WireFrame.decode(received.body).get(KeyType.QUERY_ID);
  }

  private Received next() {
    return waiting.isEmpty() ? receive() : waiting.remove();
  }

  private Received receive() {
    WireFrame frame = client.receive();
    boolean encrypted = frame.payloadType() == WireClient.ENCRYPTED;
    return new Received(
        encrypted,
        encrypted
            ? Objects.requireNonNull(cipher, "no key exchanged").decrypt(frame.body())
            : frame.body());
  }

  boolean isClosedByNode() {
    return client.isClosedByNode();
  }

  @Override
  public void close() {
    client.close();
  }
}
