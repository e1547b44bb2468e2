package org.bbc1.connector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.message.DecodedMessage;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;
import org.bbc1.message.PayloadType;
import org.bbc1.message.TlvCodec;
import org.bbc1.session.UnknownSessionKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the frames of one connection on a worker thread and hands the messages to the listener.
 */
final class MessageDelivery implements Mailbox.Reader {

  private static final Logger LOG = System.getLogger(MessageDelivery.class.getName());
  private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

  /** What a value takes in memory besides its contents: object, entry in its container. */
  private static final long BYTES_PER_VALUE = 48;

  /** Messages of fewer values are of no account beside the bytes of their frame. */
  private static final int FEW_VALUES = 64;

  /** Bytes of the smallest value of a TLV document with its key. */
  private static final int SMALLEST_FIELD = 12;

  private final ConnectionId connection;
  private final ClientMessageListener listener;
  private final int maxValues;
  private final Protection protection;
  private final MemoryAccount memory;
  private final TrafficCounters counters;
  private final Consumer<String> breakOff;
  private final Runnable ended;
  private @Nullable Dialect dialect;

  /**
   * @param port gives listener, limits and counters
   * @param memory of the connection
   * @param breakOff closes the connection because its stream cannot be trusted, with the text that
   *     says why
   * @param ended told after the listener knows that the connection is gone
   */
  MessageDelivery(
      ConnectionId connection,
      PortParts port,
      Protection protection,
      MemoryAccount memory,
      Consumer<String> breakOff,
      Runnable ended) {
    this.connection = connection;
    this.listener = port.listener();
    this.maxValues = port.configuration().maxValues();
    this.protection = protection;
    this.counters = port.counters();
    this.memory = memory;
    this.breakOff = breakOff;
    this.ended = ended;
  }

  @Override
  public CompletionStage<Void> read(Frame frame) {
    try {
      DecodedMessage decoded = decode(frame);
      if (decoded.message().commandNumber().isPresent()) {
        return deliver(decoded);
      }
      ignore();
    } catch (NotAMapException e) {
      ignore();
    } catch (UnknownSessionKeyException e) {
      breakOff.accept(ConnectorText.NO_SUCH_KEY.with(connection));
    } catch (MessageCodecException e) {
      breakOff.accept(ConnectorText.BODY_UNDECODABLE.with(connection, e.getMessage()));
    } catch (RuntimeException | Error e) {
      // memory among them; the mailbox would wait for ever for a frame that nobody deals with
      failed(e);
      breakOff.accept(ConnectorText.BODY_UNDECODABLE.with(connection, e.getClass().getName()));
    }
    return DONE;
  }

  @Override
  public void end() {
    try {
      listener.onDisconnected(connection);
    } catch (RuntimeException e) {
      failed(e);
    } finally {
      ended.run();
    }
  }

  private DecodedMessage decode(Frame frame)
      throws MessageCodecException, NotAMapException, UnknownSessionKeyException {
    if (frame.payloadType() == PayloadType.TLV.number()) {
      return new DecodedMessage(
          TlvCodec.decode(frame.body()), Dialect.BIN, frame.body().length / SMALLEST_FIELD);
    }
    boolean encrypted = frame.payloadType() == PayloadType.ENCRYPTED.number();
    byte[] body = encrypted ? protection.decrypt(frame.body()) : frame.body();
    DecodedMessage decoded = MsgPackCodec.decode(body, maxValues);
    if (dialect == null && decoded.message().size() > 0) {
      dialect = decoded.dialect();
    }
    return decoded;
  }

  private CompletionStage<Void> deliver(DecodedMessage decoded) {
    long taken = decoded.values() < FEW_VALUES ? 0 : decoded.values() * BYTES_PER_VALUE;
    memory.work(taken);
    CompletionStage<Void> stage = call(decoded.message());
    if (Stages.isKnownToHaveSucceeded(stage)) {
      memory.work(-taken);
      return DONE;
    }
    return stage.whenComplete(
        (nothing, failure) -> {
          memory.work(-taken);
          if (failure != null) {
            failed(failure);
          }
        });
  }

  /** An error, like an exception, concerns this one message; the worker has others to serve. */
  private CompletionStage<Void> call(Message message) {
    try {
      CompletionStage<Void> stage =
          listener.onMessage(connection, message, dialect == null ? Dialect.BIN : dialect);
      return stage == null ? DONE : stage;
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void ignore() {
    counters.framesDropped.increment();
    LOG.log(Level.DEBUG, () -> ConnectorText.NOT_A_REQUEST.with(connection));
  }

  private void failed(Throwable failure) {
    LOG.log(Level.WARNING, ConnectorText.LISTENER_FAILED.with(connection), failure);
  }
}
