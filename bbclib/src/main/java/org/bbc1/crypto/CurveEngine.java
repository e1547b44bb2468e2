package org.bbc1.crypto;

/** An engine for one curve, by a native library. Input is well-formed when it arrives here. */
interface CurveEngine {

  /** As {@link SignatureEngine#verify}; may throw for bad input, which counts as false. */
  boolean verify(byte[] publicKey, byte[] digest, byte[] signature) throws Exception;

  /** As {@link SignatureEngine#sign}. */
  byte[] sign(byte[] privateKey, byte[] digest) throws Exception;

  /** A name for logs. */
  String name();
}
