package org.bbc1.connector;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one connection that wait for a worker. At most one is being dealt with at any time,
 * in the order of arrival. When too much waits, the flow is paused until little is left; what one
 * read of the socket yields may still be added to a paused mailbox.
 */
final class Mailbox {

  /** Deals with the content of the mailbox, called by one worker at a time. */
  interface Reader {

    /** Deals with a frame; never throws. The stage may fail, which counts as complete. */
    CompletionStage<Void> read(Frame frame);

    /** The connection has ended and every frame has been dealt with; never throws. */
    void end();
  }

  /**
   * Stops and restarts the source of the frames; called with the mailbox locked, so it must not
   * block.
   */
  interface Flow {

    void pause();

    void resume();
  }

  private static final int HIGH_WATER_FRAMES = 256;
  private static final int LOW_WATER_FRAMES = 64;
  private static final long HIGH_WATER_BYTES = 1 << 20;
  private static final long LOW_WATER_BYTES = 1 << 18;

  /** After so many frames a worker turns to another connection. */
  private static final int FRAMES_PER_TURN = 64;

  private final Executor workers;
  private final Reader reader;
  private final Flow flow;
  private final MemoryBudget budget;
  private final MemoryAccount memory;
  private final Queue<Frame> frames = new ArrayDeque<>();
  private long bytes;
  private boolean busy;
  private boolean paused;
  private boolean ended;
  private boolean discarding;
  private boolean shutDown;

  /**
   * @param memory of the connection, part of {@code budget}
   */
  Mailbox(Executor workers, Reader reader, Flow flow, MemoryBudget budget, MemoryAccount memory) {
    this.workers = workers;
    this.reader = reader;
    this.flow = flow;
    this.budget = budget;
    this.memory = memory;
  }

  /** Adds a frame. */
  void add(Frame frame) {
    synchronized (this) {
      if (discarding) {
        return;
      }
      frames.add(frame);
      bytes += frame.body().length;
      memory.hold(frame.heldBytes());
      if (!paused && (frames.size() >= HIGH_WATER_FRAMES || bytes >= HIGH_WATER_BYTES)) {
        paused = true;
        flow.pause();
      }
      if (busy) {
        return;
      }
      busy = true;
    }
    takeTurn();
  }

  /** Says that no frame follows; what waits is still dealt with. */
  void end() {
    synchronized (this) {
      ended = true;
      if (busy) {
        return;
      }
      busy = true;
    }
    takeTurn();
  }

  /** Throws away what waits and what is still added, and does not tell the end either. */
  synchronized void shutDown() {
    shutDown = true;
    discard();
  }

  /** Throws away what waits and what is still added. The end is told all the same. */
  synchronized void discard() {
    discarding = true;
    frames.forEach(frame -> memory.hold(-frame.heldBytes()));
    frames.clear();
    bytes = 0;
    resumeIfDrained();
  }

  /** Whether nothing waits and nothing is being dealt with. */
  synchronized boolean isIdle() {
    return !busy && frames.isEmpty();
  }

  private void takeTurn() {
    try {
      workers.execute(this::work);
    } catch (RejectedExecutionException e) {
      discard();
    }
  }

  private void work() {
    for (int turn = 0; turn < FRAMES_PER_TURN; turn++) {
      if (budget.isWorkedOnTooMuch()) {
        budget.whenThereIsRoom(this::takeTurn);
        return;
      }
      Frame frame = next();
      if (frame == null || !isComplete(frame, reader.read(frame))) {
        return;
      }
    }
    takeTurn();
  }

  /** The next frame, or nothing, in which case the mailbox is at rest. */
  private @Nullable Frame next() {
    boolean last;
    synchronized (this) {
      Frame frame = frames.poll();
      if (frame != null) {
        bytes -= frame.body().length;
        memory.hold(-frame.heldBytes());
        memory.work(frame.workedOnBytes());
        resumeIfDrained();
        return frame;
      }
      last = ended && !shutDown;
      busy = last;
    }
    if (last) {
      reader.end();
    }
    return null;
  }

  private void resumeIfDrained() {
    if (paused && frames.size() <= LOW_WATER_FRAMES && bytes <= LOW_WATER_BYTES) {
      paused = false;
      flow.resume();
    }
  }

  /**
   * Whether the frame has been dealt with; if not, the completion of the stage takes the next turn.
   */
  private boolean isComplete(Frame frame, CompletionStage<Void> stage) {
    if (Stages.isKnownToHaveSucceeded(stage)) {
      memory.work(-frame.workedOnBytes());
      return true;
    }
    AtomicBoolean passed = new AtomicBoolean();
    var unused =
        stage.whenComplete(
            (nothing, failure) -> {
              memory.work(-frame.workedOnBytes());
              if (passed.getAndSet(true)) {
                takeTurn();
              }
            });
    return passed.getAndSet(true);
  }
}
