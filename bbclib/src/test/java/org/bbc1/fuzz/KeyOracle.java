package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.crypto.KeyPair;

/** What must hold for whatever is read as a private key. */
final class KeyOracle {

  /** The arithmetic of the public key is within the constant part. */
  private static final long FACTOR = 256;

  private KeyOracle() {}

  static void check(long length, Allocation.Decoder<KeyPair> decoder) throws Exception {
    KeyPair pair;
    try {
      pair = Allocation.bounded(length, FACTOR, decoder);
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return;
    }
    assertThat(KeyPair.fromDer(pair.privateKeyDer())).isEqualTo(pair);
    assertThat(KeyPair.fromPem(pair.privateKeyPem())).isEqualTo(pair);
    assertThat(pair.publicKey()).hasSize(65).startsWith(4);
  }
}
