package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.bbc1.error.StatusCode;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which others write private keys. All keys are test keys. */
class PrivateKeyFormsTest {

  /** With two leading zero bytes. */
  private static final byte[] SMALL = new byte[32];

  static {
    Arrays.fill(SMALL, 2, 32, (byte) 0x5a);
  }

  private static byte[] sequence(ASN1Encodable... elements) throws Exception {
    return new DERSequence(elements).getEncoded("DER");
  }

  private static byte[] sec1(
      int version, byte[] number, @Nullable ASN1Encodable parameters, byte @Nullable [] point)
      throws Exception {
    ASN1EncodableVector key = new ASN1EncodableVector();
    key.add(new ASN1Integer(version));
    key.add(new DEROctetString(number));
    if (parameters != null) {
      key.add(new DERTaggedObject(true, 0, parameters));
    }
    if (point != null) {
      key.add(new DERTaggedObject(true, 1, new DERBitString(point)));
    }
    return new DERSequence(key).getEncoded("DER");
  }

  private static byte[] pkcs8(AlgorithmIdentifier algorithm, byte[] content) throws Exception {
    return sequence(new ASN1Integer(0), algorithm, new DEROctetString(content));
  }

  private static AlgorithmIdentifier ecKey(Curve curve) {
    return new AlgorithmIdentifier(
        X9ObjectIdentifiers.id_ecPublicKey, NamedCurves.identifier(curve));
  }

  private static void assertRefused(byte[] der) {
    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> KeyPair.fromDer(der))
        .matches(e -> e.statusCode() == StatusCode.EBADKEYPAIR)
        .withNoCause();
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void aNumberWithoutItsLeadingZerosIsFilledUpOnTheLeft(Curve curve) throws Exception {
    KeyPair expected = KeyPair.fromPrivateKey(curve, SMALL);
    ASN1ObjectIdentifier name = NamedCurves.identifier(curve);
    byte[] surplus = new byte[40];
    System.arraycopy(SMALL, 0, surplus, 8, 32);

    for (byte[] number : new byte[][] {SMALL, Arrays.copyOfRange(SMALL, 2, 32), surplus}) {
      KeyPair read = KeyPair.fromDer(sec1(1, number, name, expected.publicKey()));
      assertThat(read).isEqualTo(expected);
      assertThat(read.privateKey()).isEqualTo(SMALL);
    }
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void numbersOutsideOfTheGroupAreRefused(Curve curve) throws Exception {
    ASN1ObjectIdentifier name = NamedCurves.identifier(curve);
    byte[] order = new byte[32];
    SignatureInput.put(curve.order(), order, 0);
    byte[] tooLong = new byte[33];
    tooLong[0] = 1;

    for (byte[] number : new byte[][] {new byte[0], new byte[32], new byte[50], order, tooLong}) {
      assertRefused(sec1(1, number, name, null));
    }
    byte[] largest = order.clone();
    largest[31] -= 1;
    assertThat(KeyPair.fromDer(sec1(1, largest, name, null)).privateKey()).isEqualTo(largest);
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void thePublicKeyInsideMayBeMissingOrCompressedButNotWrong(Curve curve) throws Exception {
    KeyPair expected = KeyPair.fromPrivateKey(curve, SMALL);
    ASN1ObjectIdentifier name = NamedCurves.identifier(curve);

    assertThat(KeyPair.fromDer(sec1(1, SMALL, name, null))).isEqualTo(expected);
    assertThat(KeyPair.fromDer(sec1(1, SMALL, name, expected.publicKey(true)))).isEqualTo(expected);
    assertRefused(sec1(1, SMALL, name, KeyPair.generate(curve).publicKey()));
    assertRefused(sec1(1, SMALL, name, new byte[] {0}));
    assertRefused(sec1(1, SMALL, name, new byte[0]));
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    ASN1ObjectIdentifier name = NamedCurves.identifier(Curve.P256);

    assertRefused(sec1(0, SMALL, name, null));
    assertRefused(sec1(2, SMALL, name, null));
    assertRefused(sequence(new ASN1Integer(9), ecKey(Curve.P256), new DEROctetString(SMALL)));
  }

  @Test
  void aKeyWithoutCurveIsRefused() throws Exception {
    assertRefused(sec1(1, SMALL, null, null));
  }

  @Test
  void spelledOutCurveParametersAreRefused() throws Exception {
    X9ECParameters parameters = CustomNamedCurves.getByName("secp256r1");

    assertRefused(sec1(1, SMALL, parameters, null));
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void pkcs8MayNameTheCurveOutsideOnlyButNotTwoCurves(Curve curve) throws Exception {
    KeyPair expected = KeyPair.fromPrivateKey(curve, SMALL);
    Curve other = curve == Curve.P256 ? Curve.SECP256K1 : Curve.P256;

    assertThat(KeyPair.fromDer(pkcs8(ecKey(curve), sec1(1, SMALL, null, null))))
        .isEqualTo(expected);
    assertThat(
            KeyPair.fromDer(
                pkcs8(ecKey(curve), sec1(1, SMALL, NamedCurves.identifier(curve), null))))
        .isEqualTo(expected);
    assertRefused(pkcs8(ecKey(curve), sec1(1, SMALL, NamedCurves.identifier(other), null)));
  }

  @Test
  void pkcs8OfAnotherKindIsRefused() throws Exception {
    byte[] inner = sec1(1, SMALL, NamedCurves.identifier(Curve.P256), null);

    assertRefused(pkcs8(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption), inner));
    assertRefused(pkcs8(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey), inner));
    assertRefused(
        pkcs8(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier("1.3.132.0.34")),
            inner));
    assertRefused(pkcs8(ecKey(Curve.P256), new byte[0]));
    assertRefused(pkcs8(ecKey(Curve.P256), Arrays.copyOf(inner, inner.length + 1)));
    assertRefused(pkcs8(ecKey(Curve.P256), new byte[] {5, 0}));
  }

  @Test
  void onlyDerIsTakenAndNothingAfterIt() throws Exception {
    ECPrivateKey key =
        ECPrivateKey.getInstance(KeyPair.fromPrivateKey(Curve.P256, SMALL).privateKeyDer());
    byte[] der = key.getEncoded("DER");
    ASN1EncodableVector elements = new ASN1EncodableVector();
    ASN1Sequence.getInstance(der).forEach(elements::add);

    assertThat(KeyPair.fromDer(der).privateKey()).isEqualTo(SMALL);
    assertRefused(new BERSequence(elements).getEncoded("BER"));
    assertRefused(Arrays.copyOf(der, der.length + 1));
    byte[] longLength = new byte[der.length + 1];
    longLength[0] = der[0];
    longLength[1] = (byte) 0x81;
    System.arraycopy(der, 1, longLength, 2, der.length - 1);
    assertRefused(longLength);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 2000, 4097, 1_000_000})
  void deepOrLargeStructuresAreRefused(int size) throws Exception {
    byte[] nested = new byte[size - size % 2];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertRefused(nested);

    ByteArrayOutputStream flat = new ByteArrayOutputStream();
    flat.write(new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
    flat.write(new byte[size]);
    assertRefused(flat.toByteArray());
  }

  @Test
  void structuresOfOtherThingsAreRefused() throws Exception {
    assertRefused(new byte[0]);
    assertRefused(new byte[] {5, 0});
    assertRefused(new byte[] {4, 1, 1});
    assertRefused(sequence());
    assertRefused(sequence(new ASN1Integer(1)));
    assertRefused(sequence(new ASN1Integer(1), new ASN1Integer(1)));
    assertRefused(sequence(new DEROctetString(SMALL), new DEROctetString(SMALL)));
    assertRefused(KeyPair.generate(Curve.P256).publicKeyDer());
  }

  @Test
  void theFirstPrivateKeyOfABundleIsTaken() {
    KeyPair first = KeyPair.generate(Curve.P256);
    KeyPair second = KeyPair.generate(Curve.SECP256K1);

    assertThat(
            KeyPair.fromPem(
                first.publicKeyPem()
                    + "words\r\n"
                    + first.privateKeyPem()
                    + second.privateKeyPem()))
        .isEqualTo(first);
  }
}
