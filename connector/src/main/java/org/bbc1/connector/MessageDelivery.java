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

  private final ConnectionId connection;
  private final ClientMessageListener listener;
  private final Protection protection;
  private final TrafficCounters counters;
  private final Consumer<String> breakOff;
  private final Runnable ended;
  private @Nullable Dialect dialect;

  /**
   * @param breakOff closes the connection because its stream cannot be trusted, with the text that
   *     says why
   * @param ended told after the listener knows that the connection is gone
   */
  MessageDelivery(
      ConnectionId connection,
      ClientMessageListener listener,
      Protection protection,
      TrafficCounters counters,
      Consumer<String> breakOff,
      Runnable ended) {
    this.connection = connection;
    this.listener = listener;
    this.protection = protection;
    this.counters = counters;
    this.breakOff = breakOff;
    this.ended = ended;
  }

  @Override
  public CompletionStage<Void> read(Frame frame) {
    try {
      Message message = decode(frame);
      if (message.commandNumber().isPresent()) {
        return deliver(message);
      }
      ignore();
    } catch (NotAMapException e) {
      ignore();
    } catch (UnknownSessionKeyException e) {
      breakOff.accept(ConnectorText.NO_SUCH_KEY.with(connection));
    } catch (MessageCodecException e) {
      breakOff.accept(ConnectorText.BODY_UNDECODABLE.with(connection, e.getMessage()));
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

  private Message decode(Frame frame)
      throws MessageCodecException, NotAMapException, UnknownSessionKeyException {
    if (frame.payloadType() == PayloadType.TLV.number()) {
      return TlvCodec.decode(frame.body());
    }
    boolean encrypted = frame.payloadType() == PayloadType.ENCRYPTED.number();
    byte[] body = encrypted ? protection.decrypt(frame.body()) : frame.body();
    DecodedMessage decoded = MsgPackCodec.decode(body);
    if (dialect == null && decoded.message().size() > 0) {
      dialect = decoded.dialect();
    }
    return decoded.message();
  }

  private CompletionStage<Void> deliver(Message message) {
    try {
      CompletionStage<Void> stage =
          listener.onMessage(connection, message, dialect == null ? Dialect.BIN : dialect);
      return stage == null || Stages.isKnownToHaveSucceeded(stage)
          ? DONE
          : stage.whenComplete(
              (nothing, failure) -> {
                if (failure != null) {
                  failed(failure);
                }
              });
    } catch (RuntimeException e) {
      failed(e);
      return DONE;
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
