package org.bbc1.connector;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bbc1.message.Frames;
import org.bbc1.message.Message;
import org.bbc1.session.SessionKey;

/**
 * One client connection: what its socket yields goes into the mailbox, what is sent to it into the
 * outgoing queue.
 */
final class ClientConnection extends ChannelInboundHandlerAdapter
    implements FrameSink, ReadWatch.Subject {

  private static final Logger LOG = System.getLogger(ClientConnection.class.getName());

  private final ConnectionId id;
  private final Channel channel;
  private final PortParts port;
  private final ConnectorConfiguration configuration;
  private final TrafficCounters counters;
  private final MemoryAccount memory;
  private final FrameAssembler assembler;
  private final Protection protection = new Protection();
  private final Mailbox mailbox;
  private final OutgoingQueue outgoing;
  private final ReadWatch watch;
  private final ReadGate gate;
  private final Runnable ended;

  /**
   * @param ended told when the listener knows that the connection is gone
   */
  ClientConnection(ConnectionId id, Channel channel, PortParts port, Runnable ended) {
    this.id = id;
    this.channel = channel;
    this.ended = ended;
    this.port = port;
    this.configuration = port.configuration();
    this.counters = port.counters();
    this.memory = new MemoryAccount(port.memory());
    this.assembler = new FrameAssembler(configuration.maxFrameBytes(), this);
    this.watch =
        new ReadWatch(
            channel.eventLoop(),
            this,
            configuration.halfFrameTimeout(),
            configuration.idleTimeout());
    this.gate = new ReadGate(id, channel, port, memory, watch::read);
    this.mailbox = new Mailbox(port.workers(), delivery(), gate, port.memory(), memory);
    this.outgoing =
        new OutgoingQueue(
            channel, configuration.maxQueuedBytes(), memory, counters, watch::written);
  }

  private MessageDelivery delivery() {
    return new MessageDelivery(id, port, protection, memory, this::breakOff, this::forget);
  }

  ConnectionId id() {
    return id;
  }

  /** Queues an encoded frame; an overflow closes the connection. */
  boolean send(byte[] frame) {
    boolean queued = queue(frame);
    port.relieveMemory();
    return queued;
  }

  /** As {@link #send}, encrypted if there is a key. */
  boolean sendProtected(byte[] frame) {
    boolean queued = protection.send(frame, this::queue);
    port.relieveMemory();
    return queued;
  }

  /** As {@link #sendProtected}, but never closes the connection. */
  Delivery offerProtected(Message message) {
    if (!outgoing.hasRoom()) {
      return Delivery.NO_ROOM; // without the work of encoding
    }
    byte[] frame = Frames.encode(message);
    if (!outgoing.reserve(frame.length)) {
      return Delivery.NO_ROOM;
    }
    boolean queued =
        protection.send(frame, finished -> outgoing.addReserved(finished, frame.length));
    port.relieveMemory();
    return queued ? Delivery.QUEUED : Delivery.GONE;
  }

  private boolean queue(byte[] frame) {
    return switch (outgoing.offer(frame)) {
      case QUEUED -> true;
      case CLOSING -> false;
      case OVERFLOW -> {
        breakOff(
            ConnectorText.OUTGOING_OVERFLOW.with(
                id, outgoing.waitingBytes(), configuration.maxQueuedBytes()));
        yield false;
      }
    };
  }

  /** As {@link #send}; behind the frame the key is in force. */
  boolean sendAndActivate(byte[] frame, SessionKey key) {
    boolean queued = protection.sendAndActivate(frame, key, this::queue);
    port.relieveMemory();
    return queued;
  }

  /**
   * Closes after what is queued has been written; what the client has sent or still sends is thrown
   * away.
   */
  void disconnect() {
    mailbox.discard();
    outgoing.disconnect();
  }

  /** Closes at once because the port is closed; the listener is told nothing more. */
  void shutDown() {
    mailbox.shutDown();
    closeSocket();
  }

  /** The socket is closed, by whomever. Event loop only. */
  void closed() {
    watch.stop();
    outgoing.close();
    port.registry().remove(this);
    gate.halfFrame(0);
    mailbox.end();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    watch.read();
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object received) {
    try {
      ByteBuf bytes = (ByteBuf) received;
      counters.bytesReceived.add(bytes.readableBytes());
      assembler.accept(bytes);
      gate.halfFrame(assembler.heldBytes());
      gate.keepWithinMemory();
    } finally {
      ReferenceCountUtil.release(received);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    watch.read();
    context.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (channel.isWritable()) {
      outgoing.drain();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.log(Level.DEBUG, () -> ConnectorText.SOCKET_FAILED.with(id, cause));
    } else {
      LOG.log(Level.WARNING, ConnectorText.SOCKET_FAILED.with(id, cause), cause);
    }
    closeSocket();
  }

  @Override
  public void frame(Frame frame) {
    counters.framesReceived.increment();
    gate.halfFrame(0);
    mailbox.add(frame);
  }

  @Override
  public void dropped(int payloadType, long length) {
    counters.framesReceived.increment();
    counters.framesDropped.increment();
    LOG.log(Level.DEBUG, () -> ConnectorText.FRAME_DROPPED.with(id, payloadType, length));
  }

  /** What came before the frame is still dealt with. */
  @Override
  public void tooLong(long length) {
    LOG.log(
        Level.WARNING,
        ConnectorText.FRAME_TOO_LONG.with(id, length, configuration.maxFrameBytes()));
    closeSocket();
  }

  /** Bytes of memory that the client makes the node hold. */
  long heldBytes() {
    return memory.held();
  }

  /** Closes because all connections together hold too much and this one most of it. */
  void giveUpMemory() {
    long mine = memory.held();
    memory.close();
    counters.connectionsClosedForMemory.increment();
    outgoing.refuse();
    breakOff(
        ConnectorText.MEMORY_EXHAUSTED.with(
            id, mine, mine + port.memory().inUse(), port.memory().limit()));
  }

  /** The listener knows that the connection is gone; nothing of it is left. */
  private void forget() {
    memory.close();
    ended.run();
  }

  @Override
  public boolean awaitsRestOfFrame() {
    return assembler.midFrame() && gate.isOpen();
  }

  @Override
  public boolean isIdle() {
    return mailbox.isIdle() && outgoing.waitingBytes() == 0;
  }

  @Override
  public void halfFrameTimedOut() {
    LOG.log(
        Level.INFO,
        ConnectorText.HALF_FRAME_TIMEOUT.with(id, configuration.halfFrameTimeout().toMillis()));
    closeSocket();
  }

  @Override
  public void idleTimedOut() {
    LOG.log(
        Level.INFO, ConnectorText.IDLE_TIMEOUT.with(id, configuration.idleTimeout().toMillis()));
    closeSocket();
  }

  /** What becomes of it is told by {@link #closed()}. */
  private void closeSocket() {
    var unused = channel.close();
  }

  private void breakOff(String why) {
    LOG.log(Level.WARNING, why);
    mailbox.discard();
    closeSocket();
  }
}
