package org.bbc1.connector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.message.Message;
import org.bbc1.message.MessageCodecException;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.NotAMapException;
import org.bbc1.message.PayloadType;
import org.bbc1.message.TlvCodec;

/**
 * Decodes the frames of one connection on a worker thread and hands the messages to the listener.
 */
final class MessageDelivery implements Mailbox.Reader {

  private static final Logger LOG = System.getLogger(MessageDelivery.class.getName());
  private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

  private final ConnectionId connection;
  private final ClientMessageListener listener;
  private final TrafficCounters counters;
  private final Consumer<String> breakOff;
  private final Runnable ended;

  /**
   * @param breakOff closes the connection because its stream cannot be trusted, with the text that
   *     says why
   * @param ended told after the listener knows that the connection is gone
   */
  MessageDelivery(
      ConnectionId connection,
      ClientMessageListener listener,
      TrafficCounters counters,
      Consumer<String> breakOff,
      Runnable ended) {
    this.connection = connection;
    this.listener = listener;
    this.counters = counters;
    this.breakOff = breakOff;
    this.ended = ended;
  }

  @Override
  public CompletionStage<Void> read(Frame frame) {
    if (frame.payloadType() == PayloadType.ENCRYPTED.number()) {
      breakOff.accept(ConnectorText.NO_SUCH_KEY.with(connection));
      return DONE;
    }
    try {
      Message message = decode(frame);
      if (message.commandNumber().isPresent()) {
        return deliver(message);
      }
      ignore();
    } catch (NotAMapException e) {
      ignore();
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

  private static Message decode(Frame frame) throws MessageCodecException, NotAMapException {
    return frame.payloadType() == PayloadType.TLV.number()
        ? TlvCodec.decode(frame.body())
        : MsgPackCodec.decode(frame.body()).message();
  }

  private CompletionStage<Void> deliver(Message message) {
    try {
      CompletionStage<Void> stage = listener.onMessage(connection, message);
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
