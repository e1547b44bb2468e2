package org.bbc1.session;

import java.util.HexFormat;

/**
 * What both ends of an encrypted session share, seen from one of them. Immutable; the secret is not
 * given out and not printed. Source: client-protocol section 8.1.
 */
public final class SessionKey {

  /** Length of a key name in bytes. */
  public static final int NAME_LENGTH = 4;

  /** Length of the nonce, the first counter block, in bytes. */
  public static final int NONCE_LENGTH = 16;

  /** Length of the AES key in bytes. */
  public static final int SECRET_LENGTH = 32;

  private final byte[] secret;
  private final byte[] nonce;
  private final byte[] ownName;
  private final byte[] peerName;

  private SessionKey(byte[] secret, byte[] nonce, byte[] ownName, byte[] peerName) {
    this.secret = checked("secret", secret, SECRET_LENGTH);
    this.nonce = checked("nonce", nonce, NONCE_LENGTH);
    this.ownName = checked("own key name", ownName, NAME_LENGTH);
    this.peerName = checked("key name of the peer", peerName, NAME_LENGTH);
  }

  /**
   * A key that was agreed on.
   *
   * @param secret AES-256 key, 32 bytes
   * @param nonce first counter block of both directions, 16 bytes
   * @param ownName stands before what this end receives, 4 bytes
   * @param peerName stands before what this end sends, 4 bytes
   * @throws IllegalArgumentException if a length is wrong
   */
  public static SessionKey of(byte[] secret, byte[] nonce, byte[] ownName, byte[] peerName) {
    return new SessionKey(secret, nonce, ownName, peerName);
  }

  private static byte[] checked(String what, byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          what + " of " + bytes.length + " bytes instead of " + length);
    }
    return bytes.clone();
  }

  byte[] secret() {
    return secret;
  }

  byte[] nonce() {
    return nonce;
  }

  /** The name that stands before what this end receives; 4 bytes, a copy. */
  public byte[] ownName() {
    return ownName.clone();
  }

  /** The name that stands before what this end sends; 4 bytes, a copy. */
  public byte[] peerName() {
    return peerName.clone();
  }

  @Override
  public String toString() {
    return "session key " + HexFormat.of().formatHex(ownName);
  }
}
