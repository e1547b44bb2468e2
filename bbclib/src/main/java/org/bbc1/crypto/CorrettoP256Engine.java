package org.bbc1.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.security.auth.DestroyFailedException;
import org.jspecify.annotations.Nullable;

/**
 * P-256 by the Amazon Corretto Crypto Provider, which is used directly and not registered with the
 * platform.
 */
final class CorrettoP256Engine implements CurveEngine {

  // The provider has the plain form r, s only together with a hash of its own.
  private static final String ALGORITHM = "NONEwithECDSA";
  private static final int CACHED_KEYS = 4096;

  // DER up to the key itself; the rest of these structures is fixed for the curve.
  private static final byte[] PUBLIC_PREFIX =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
  private static final byte[] PRIVATE_PREFIX =
      HexFormat.of()
          .parseHex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420");

  private final Provider provider;
  private final KeyFactory keys;
  private final PublicKeyCache<PublicKey> cache = new PublicKeyCache<>(CACHED_KEYS);

  /** Loads the native library; fails if it does not work here. */
  CorrettoP256Engine() throws GeneralSecurityException {
    AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
    corretto.assertHealthy();
    provider = corretto;
    keys = KeyFactory.getInstance("EC", provider);
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] digest, byte[] signature)
      throws GeneralSecurityException {
    PublicKey key = cache.get(publicKey, this::decode);
    if (key == null) {
      return false;
    }
    Signature verifier = Signature.getInstance(ALGORITHM, provider);
    verifier.initVerify(key);
    verifier.update(digest);
    return verifier.verify(DerSignature.encode(Curve.P256, signature));
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] digest) throws GeneralSecurityException {
    PrivateKey key = privateKey(privateKey);
    try {
      Signature signer = Signature.getInstance(ALGORITHM, provider);
      signer.initSign(key);
      signer.update(digest);
      return DerSignature.decode(Curve.P256, signer.sign());
    } finally {
      erase(key);
    }
  }

  private PrivateKey privateKey(byte[] number) throws GeneralSecurityException {
    byte[] der = concatenate(PRIVATE_PREFIX, number);
    try {
      return keys.generatePrivate(new UncopiedKeySpec(der));
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }

  /** Hands out the array itself: the platform's own form keeps a copy, which nobody can erase. */
  private static final class UncopiedKeySpec extends PKCS8EncodedKeySpec {

    private final byte[] der;

    UncopiedKeySpec(byte[] der) {
      super(new byte[0]);
      this.der = der;
    }

    @Override
    public byte[] getEncoded() {
      return der;
    }
  }

  private static void erase(PrivateKey key) {
    try {
      key.destroy();
    } catch (DestroyFailedException e) {
      // Then it goes when it is collected.
    }
  }

  @Override
  public String name() {
    return "Corretto";
  }

  private @Nullable PublicKey decode(byte[] publicKey) {
    byte[] point = CurvePoints.uncompressed(Curve.P256, publicKey);
    if (point == null) {
      return null;
    }
    try {
      return keys.generatePublic(new X509EncodedKeySpec(concatenate(PUBLIC_PREFIX, point)));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static byte[] concatenate(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
