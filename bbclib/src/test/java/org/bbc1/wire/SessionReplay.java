package org.bbc1.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bbc1.crypto.KeyPair;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.TlvCodec;
import org.jspecify.annotations.Nullable;

/**
 * Plays the clients of a captured session against a running node, byte by byte as captured, and
 * compares every frame the node sends with the captured one. The node must be fresh: no domain, and
 * the node key of the session, if it has one.
 */
public final class SessionReplay implements AutoCloseable {

  private final CapturedSession session;
  private final List<CapturedFrame> frames;
  private final int port;
  private final Stage stage;
  private final MissingRequests missing;
  private final Map<Integer, ReplayedConnection> connections = new HashMap<>();

  public SessionReplay(CapturedSession session, int port) {
    this.session = session;
    this.frames = session.frames();
    this.port = port;
    String pem = session.nodeKeyPem();
    KeyPair nodeKey = pem == null ? null : KeyPair.fromPem(pem);
    this.stage = new Stage(port, nodeKey, KnownTransactions.in(CapturedSession.all()));
    this.missing = new MissingRequests(stage);
  }

  public void play() {
    setUpDomains();
    for (int i = 0; i < frames.size(); i++) {
      CapturedFrame frame = frames.get(i);
      try {
        if (frame.isToNode()) {
          send(frame);
        } else {
          expect(i);
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(session + ", " + frame + ": " + e.getMessage(), e);
      }
    }
  }

  /** Those that the session uses without having set them up itself. */
  private void setUpDomains() {
    for (CapturedFrame frame : frames) {
      byte[] domain = domainOf(frame);
      Command command = frame.command();
      if (command == Command.REQUEST_SETUP_DOMAIN || command == Command.RESPONSE_SETUP_DOMAIN) {
        if (domain != null) {
          stage.domainExists(domain);
        }
      } else if (domain != null && isServed(frame)) {
        stage.setUp(domain);
      }
    }
  }

  /** Whether the frame shows that the domain it names was running. */
  private static boolean isServed(CapturedFrame frame) {
    return frame.isToNode()
        ? frame.command() == Command.REGISTER
        : !frame.message().has(KeyType.REASON);
  }

  private static byte @Nullable [] domainOf(CapturedFrame frame) {
    Message message = frame.message();
    byte[] adminInfo = message.optBytes(KeyType.ADMIN_INFO);
    if (adminInfo != null) {
      try {
        Message admin = TlvCodec.decode(adminInfo);
        if (admin.has(KeyType.DOMAIN_ID)) {
          return admin.optBytes(KeyType.DOMAIN_ID);
        }
      } catch (MessageCodecException e) {
        return null;
      }
    }
    return message.optBytes(KeyType.DOMAIN_ID);
  }

  private void send(CapturedFrame frame) {
    Message message = frame.message();
    missing.sent(message);
    ReplayedConnection connection = connection(frame);
    connection.send(frame);
    if (frame.command() == Command.UNREGISTER) {
      assertThat(connection.isClosedByNode()).as("closed after UNREGISTER").isTrue();
    } else if (frame.command() != null && hasSilentEffect(frame.command())) {
      connection.awaitProcessed(barrier(message));
    }
  }

  /** Whether other connections depend on it although nothing tells when it is done. */
  private static boolean hasSilentEffect(Command command) {
    return command == Command.REGISTER
        || command == Command.REQUEST_INSERT_NOTIFICATION
        || command == Command.CANCEL_INSERT_NOTIFICATION;
  }

  private Message barrier(Message model) {
    return Message.of(Command.REQUEST_GET_NODEID)
        .putIfPresent(KeyType.DOMAIN_ID, model.get(KeyType.DOMAIN_ID))
        .putIfPresent(KeyType.SOURCE_USER_ID, model.get(KeyType.SOURCE_USER_ID))
        .put(KeyType.STATUS, 0)
        .put(KeyType.QUERY_ID, stage.queryId())
        .build();
  }

  private void expect(int index) {
    CapturedFrame frame = frames.get(index);
    ReplayedConnection connection = connection(frame);
    Command command = Objects.requireNonNull(frame.command());
    Message reply = frame.message();
    if (command == Command.NOTIFY_CROSS_REF) {
      FrameComparison.assertSame(frame, MsgPackCodec.encode(reply));
      return; // sent when the domain network assigns one; no client can make a node send it
    }
    if (!Causes.isAmong(frames.subList(0, index), frame)) {
      Message request = missing.requestOf(command, reply);
      if (request != null) {
        missing.sent(request);
        connection.send(request);
      }
    }
    connection.expect(frame, frames.subList(index, frames.size()));
    noteStored(command, reply);
  }

  private void noteStored(Command command, Message reply) {
    byte[] id = reply.optBytes(KeyType.TRANSACTION_ID);
    if (command == Command.RESPONSE_INSERT && id != null) {
      stage.isStored(id);
    }
  }

  private ReplayedConnection connection(CapturedFrame frame) {
    BigInteger scalar = session.clientScalar();
    return connections.computeIfAbsent(
        frame.connection(),
        number -> new ReplayedConnection(WireClient.connect(port), session.dialect(), scalar));
  }

  @Override
  public void close() {
    connections.values().forEach(ReplayedConnection::close);
    stage.close();
  }
}
