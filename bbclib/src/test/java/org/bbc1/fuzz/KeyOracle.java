package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bbc1.crypto.CertificateImport;
import org.bbc1.crypto.CertificateImporter;
import org.bbc1.crypto.KeyFormatException;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.jspecify.annotations.Nullable;

/** What must hold for whatever is read as a key or a certificate. */
final class KeyOracle {

  /** The arithmetic of the curve is within the constant part. */
  private static final long FACTOR = 256;

  private static final CertificateImporter IMPORTER =
      new CertificateImporter(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

  private KeyOracle() {}

  static void checkPair(long length, Allocation.Decoder<KeyPair> decoder) throws Exception {
    KeyPair pair = read(length, decoder);
    if (pair != null) {
      assertThat(KeyPair.fromDer(pair.privateKeyDer()).privateKey()).isEqualTo(pair.privateKey());
      assertThat(KeyPair.fromPem(pair.privateKeyPem())).isEqualTo(pair);
      assertThat(pair.publicKey()).hasSize(65).startsWith(4);
    }
  }

  static @Nullable PublicKey checkPublic(long length, Allocation.Decoder<PublicKey> decoder)
      throws Exception {
    PublicKey key = read(length, decoder);
    if (key != null) {
      assertThat(PublicKey.fromDer(key.toDer())).isEqualTo(key);
      assertThat(PublicKey.fromPem(key.toPem())).isEqualTo(key);
    }
    return key;
  }

  /** Refusing a certificate is an answer, no exception. */
  static void checkCertificate(byte[] pem) throws Exception {
    CertificateImport imported =
        Allocation.bounded(pem.length, FACTOR, () -> IMPORTER.read(pem, null));
    if (imported instanceof CertificateImport.Accepted accepted) {
      assertThat(PublicKey.fromDer(accepted.publicKey().toDer())).isEqualTo(accepted.publicKey());
      assertThat(accepted.keyPair()).isEmpty();
    }
  }

  private static <T> @Nullable T read(long length, Allocation.Decoder<T> decoder) throws Exception {
    try {
      return Allocation.bounded(length, FACTOR, decoder);
    } catch (KeyFormatException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
      return null;
    }
  }
}
