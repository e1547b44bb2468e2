package org.bbc1.connector;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection for a frame without progress and, if wanted, for idleness. It arms at most
 * one timer, which looks at the time of the last bytes when it fires, so that traffic costs no
 * timer work. Event loop only.
 */
final class ReadWatch {

  /** What the watch looks at and what it does. */
  interface Subject {

    /**
     * Whether a frame has begun and the missing bytes are awaited, that is, reading is not paused.
     */
    boolean awaitsRestOfFrame();

    /** Whether nothing is under way in either direction. */
    boolean isIdle();

    void halfFrameTimedOut();

    void idleTimedOut();
  }

  private final EventLoop loop;
  private final Subject subject;
  private final long halfFrameNanos;
  private final long idleNanos;
  private long lastRead = System.nanoTime();
  private long lastTraffic = lastRead;
  private boolean stopped;
  private @Nullable ScheduledFuture<?> timer;

  ReadWatch(EventLoop loop, Subject subject, Duration halfFrameTimeout, Duration idleTimeout) {
    this.loop = loop;
    this.subject = subject;
    this.halfFrameNanos = halfFrameTimeout.toNanos();
    this.idleNanos = idleTimeout.toNanos();
  }

  /** Bytes have been read, or reading goes on after a pause. */
  void read() {
    lastRead = System.nanoTime();
    lastTraffic = lastRead;
    arm();
  }

  /** Bytes have been written. */
  void written() {
    lastTraffic = System.nanoTime();
  }

  void stop() {
    stopped = true;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void arm() {
    if (timer != null || stopped) {
      return;
    }
    boolean midFrame = subject.awaitsRestOfFrame();
    if (midFrame || idleNanos > 0) {
      long now = System.nanoTime();
      long delay = midFrame ? halfFrameNanos - (now - lastRead) : halfFrameNanos;
      if (idleNanos > 0) {
        long untilIdle = idleNanos - (now - lastTraffic);
        delay = Math.min(delay, untilIdle > 0 ? untilIdle : idleNanos);
      }
      timer = loop.schedule(this::look, Math.max(delay, 0), TimeUnit.NANOSECONDS);
    }
  }

  private void look() {
    timer = null;
    long now = System.nanoTime();
    if (subject.awaitsRestOfFrame() && now - lastRead >= halfFrameNanos) {
      subject.halfFrameTimedOut();
    } else if (idleNanos > 0 && now - lastTraffic >= idleNanos && subject.isIdle()) {
      subject.idleTimedOut();
    } else {
      arm();
    }
  }
}
