package org.bbc1.node.wire;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.wire.WireCipher;
import org.bbc1.wire.WireClient;

/** A client's fresh key pair for an exchange. */
record WireKeys(BigInteger scalar, byte[] point) {

  private static final int COORDINATE = 48;

  static WireKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"));
      KeyPair pair = generator.generateKeyPair();
      ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
      return new WireKeys(
          ((ECPrivateKey) pair.getPrivate()).getS(),
          ByteBuffer.allocate(1 + 2 * COORDINATE)
              .put((byte) 4)
              .put(coordinate(publicKey.getW().getAffineX()))
              .put(coordinate(publicKey.getW().getAffineY()))
              .array());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[COORDINATE];
    int length = Math.min(COORDINATE, bytes.length);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
    return padded;
  }

  /** A good request. */
  Message.Builder request() {
    return Requests.of(Command.REQUEST_ECDH_KEY_EXCHANGE)
        .put(KeyType.ECDH, point)
        .put(KeyType.NONCE, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
        .put(KeyType.HINT, new byte[] {'n', 'a', 'm', 'e'})
        .put(KeyType.RANDOM, new byte[] {8, 7, 6, 5, 4, 3, 2, 1});
  }

  /** Exchanges keys on this connection. */
  WireCipher agree(WireClient client) {
    Message request = request().build();
    return WireCipher.agreed(scalar, request, client.ask(request));
  }
}
