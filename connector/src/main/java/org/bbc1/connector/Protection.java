package org.bbc1.connector;

import java.util.function.Predicate;
import org.bbc1.session.SessionCipher;
import org.bbc1.session.SessionKey;
import org.bbc1.session.UnknownSessionKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The encryption of one connection, if its client asked for it. The stream of a cipher runs on from
 * frame to frame, so a frame is encrypted and queued under one lock.
 */
final class Protection {

  private final Object sending = new Object();
  private volatile @Nullable SessionCipher cipher;

  /**
   * Queues a plain frame, behind which frames are encrypted with this key, and only its frames are
   * decrypted. No frame under an earlier key comes between.
   *
   * @param frame a plain msgpack frame, which stays plain
   * @param queue takes the frame
   * @return what the queue says
   */
  boolean sendAndActivate(byte[] frame, SessionKey key, Predicate<byte[]> queue) {
    SessionCipher fresh = new SessionCipher(key);
    synchronized (sending) {
      boolean queued = queue.test(frame);
      cipher = fresh;
      return queued;
    }
  }

  /**
   * Queues a frame, encrypted if there is a key.
   *
   * @param frame a plain msgpack frame
   * @param queue takes the finished frame
   * @return what the queue says
   */
  boolean send(byte[] frame, Predicate<byte[]> queue) {
    if (cipher == null) {
      return queue.test(frame);
    }
    synchronized (sending) {
      SessionCipher current = cipher;
      return queue.test(current == null ? frame : current.encrypt(frame));
    }
  }

  /**
   * Decrypts the body of an encrypted frame. Called for one frame after the other.
   *
   * @throws UnknownSessionKeyException if there is no key or the frame names another one
   */
  byte[] decrypt(byte[] body) throws UnknownSessionKeyException {
    SessionCipher current = cipher;
    if (current == null) {
      throw new UnknownSessionKeyException();
    }
    return current.decrypt(body);
  }
}
