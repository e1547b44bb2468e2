package org.bbc1.wire;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;

/**
 * The client's side of an encrypted connection, made from the specification and the Java runtime
 * alone, so that it is a second opinion of the node's own. Source: client-protocol 8.1.
 */
public final class WireCipher {

  private static final int KEY_NAME = 4;
  private static final int COORDINATE = 48;

  private final byte[] clientKeyName;
  private final byte[] nodeKeyName;
  private final Cipher toNode;
  private final Cipher toClient;

  private WireCipher(byte[] clientKeyName, byte[] nodeKeyName, byte[] key, byte[] nonce)
      throws GeneralSecurityException {
    this.clientKeyName = clientKeyName;
    this.nodeKeyName = nodeKeyName;
    this.toNode = cipher(Cipher.ENCRYPT_MODE, key, nonce);
    this.toClient = cipher(Cipher.DECRYPT_MODE, key, nonce);
  }

  /** What both sides have after this request with this private key got this reply. */
  public static WireCipher agreed(BigInteger privateScalar, Message request, Message reply) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(privateKey(privateScalar));
      agreement.doPhase(publicKey(reply.bytes(KeyType.ECDH)), true);
      return new WireCipher(
          request.bytes(KeyType.HINT),
          reply.bytes(KeyType.HINT),
          expand(agreement.generateSecret(), reply.bytes(KeyType.RANDOM)),
          reply.bytes(KeyType.NONCE));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The body of a type 3 frame to the node. */
  public byte[] encrypt(byte[] msgpack) {
    byte[] body = Arrays.copyOf(nodeKeyName, KEY_NAME + msgpack.length);
    byte[] encrypted = toNode.update(msgpack);
    System.arraycopy(encrypted, 0, body, KEY_NAME, encrypted.length);
    return body;
  }

  /** The message map in the body of a type 3 frame from the node. */
  public byte[] decrypt(byte[] body) {
    if (!Arrays.equals(body, 0, KEY_NAME, clientKeyName, 0, KEY_NAME)) {
      throw new AssertionError("the frame names another key than the client's");
    }
    return toClient.update(body, KEY_NAME, body.length - KEY_NAME);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(nonce));
    return cipher;
  }

  /** HKDF-SHA256 without salt to 32 bytes, which is one block. */
  private static byte[] expand(byte[] secret, byte[] info) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    mac.init(new SecretKeySpec(mac.doFinal(secret), "HmacSHA256"));
    mac.update(info);
    return mac.doFinal(new byte[] {1});
  }

  private static PrivateKey privateKey(BigInteger scalar) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, curve()));
  }

  private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    if (point.length != 1 + 2 * COORDINATE || point[0] != 4) {
      throw new AssertionError("no uncompressed point of P-384");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve()));
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp384r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }
}
