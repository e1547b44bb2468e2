package org.bbc1.session;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.PayloadType;

/**
 * The two AES-256-CTR streams of one end of a session. Each goes on from frame to frame, so frames
 * must be encrypted in the order in which they are written, and decrypted in the order in which
 * they arrive: whoever sends holds one lock around {@link #encrypt} and the hand-over to the
 * socket. The two directions are independent and may be used by two threads at once; one direction
 * may not. Source: client-protocol section 8.1.
 */
public final class SessionCipher {

  private final byte[] ownName;
  private final byte[] peerName;
  private final Cipher outgoing;
  private final Cipher incoming;

  /** Both streams at their beginning. */
  public SessionCipher(SessionKey key) {
    this.ownName = key.ownName();
    this.peerName = key.peerName();
    this.outgoing = stream(key, Cipher.ENCRYPT_MODE);
    this.incoming = stream(key, Cipher.DECRYPT_MODE);
  }

  private static Cipher stream(SessionKey key, int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), new IvParameterSpec(key.nonce()));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES in counter mode is part of every Java runtime", e);
    }
  }

  /**
   * Makes an encrypted frame of a plain one.
   *
   * @param frame a complete msgpack frame as {@link Frames#encode(org.bbc1.message.Message)} makes
   *     it; stays as it is
   * @return a complete frame of payload type 3, 4 bytes longer
   */
  public byte[] encrypt(byte[] frame) {
    int length = frame.length - FrameHeader.SIZE;
    byte[] encrypted = Frames.allocate(PayloadType.ENCRYPTED, SessionKey.NAME_LENGTH + length);
    System.arraycopy(peerName, 0, encrypted, FrameHeader.SIZE, SessionKey.NAME_LENGTH);
    run(outgoing, frame, FrameHeader.SIZE, encrypted, FrameHeader.SIZE + SessionKey.NAME_LENGTH);
    return encrypted;
  }

  /**
   * Decrypts the body of a frame of payload type 3.
   *
   * @return the body of the msgpack frame inside
   * @throws UnknownSessionKeyException if it does not begin with the key name of this end or
   *     contains nothing; the stream has not advanced, and the connection is to be closed
   */
  public byte[] decrypt(byte[] body) throws UnknownSessionKeyException {
    int length = body.length - SessionKey.NAME_LENGTH;
    if (length <= 0
        || !Arrays.equals(body, 0, SessionKey.NAME_LENGTH, ownName, 0, SessionKey.NAME_LENGTH)) {
      throw new UnknownSessionKeyException();
    }
    byte[] plain = new byte[length];
    run(incoming, body, SessionKey.NAME_LENGTH, plain, 0);
    return plain;
  }

  private static void run(Cipher cipher, byte[] from, int fromOffset, byte[] to, int toOffset) {
    try {
      cipher.update(from, fromOffset, from.length - fromOffset, to, toOffset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stream cipher gives as many bytes as it gets", e);
    }
  }
}
