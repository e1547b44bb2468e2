package org.bbc1.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyExchangeTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] NONCE = new byte[SessionKey.NONCE_LENGTH];
  private static final byte[] INFO = {1, 2, 3, 4, 5, 6, 7, 8};

  private final KeyExchange client = KeyExchange.begin(RANDOM);
  private final KeyExchange node = KeyExchange.begin(RANDOM);

  private SessionKey agree(KeyExchange own, KeyExchange peer) throws KeyExchangeException {
    return own.agree(peer.publicPoint(), peer.keyName(), NONCE, INFO);
  }

  @Test
  void bothEndsOfFreshExchangesUnderstandEachOther() throws Exception {
    SessionCipher atClient = new SessionCipher(agree(client, node));
    SessionCipher atNode = new SessionCipher(agree(node, client));

    for (long number = 0; number < 5; number++) {
      Message message = Message.builder().put(KeyType.COUNT, number).build();
      byte[] frame = atClient.encrypt(Frames.encode(message));
      byte[] body = Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length);
      assertThat(MsgPackCodec.decode(atNode.decrypt(body)).message()).isEqualTo(message);
    }
  }

  @Test
  void twoExchangesHaveDifferentKeysAndNames() throws Exception {
    assertThat(client.publicPoint()).isNotEqualTo(node.publicPoint());
    assertThat(agree(client, node).secret())
        .isNotEqualTo(agree(client, KeyExchange.begin(RANDOM)).secret());
  }

  @Test
  void theCompressedFormOfThePeersPointLeadsToTheSameKey() throws Exception {
    byte[] compressed =
        CustomNamedCurves.getByName("secp384r1")
            .getCurve()
            .decodePoint(node.publicPoint())
            .getEncoded(true);

    assertThat(client.agree(compressed, node.keyName(), NONCE, INFO).secret())
        .isEqualTo(agree(client, node).secret());
  }

  static List<byte[]> badPoints() {
    byte[] good = KeyExchange.begin(RANDOM).publicPoint();
    byte[] offTheCurve = good.clone();
    offTheCurve[96] ^= 1;
    byte[] hybrid = good.clone();
    hybrid[0] = (byte) (6 + (good[96] & 1));
    byte[] unreduced = new byte[97];
    Arrays.fill(unreduced, (byte) 0xff);
    unreduced[0] = 4;
    return List.of(
        offTheCurve,
        hybrid,
        unreduced,
        new byte[0],
        new byte[] {0},
        new byte[97],
        Arrays.copyOf(good, 96),
        Arrays.copyOf(good, 98));
  }

  @ParameterizedTest
  @MethodSource("badPoints")
  void whatIsNoPointOfTheCurveIsRefused(byte[] point) {
    assertThatExceptionOfType(KeyExchangeException.class)
        .isThrownBy(() -> client.agree(point, node.keyName(), NONCE, INFO));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 17})
  void aNonceOfAnotherLengthIsRefused(int length) {
    assertThatExceptionOfType(KeyExchangeException.class)
        .isThrownBy(() -> client.agree(node.publicPoint(), node.keyName(), new byte[length], INFO));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void aKeyNameOfAnotherLengthIsRefused(int length) {
    assertThatExceptionOfType(KeyExchangeException.class)
        .isThrownBy(() -> client.agree(node.publicPoint(), new byte[length], NONCE, INFO));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65})
  void aRandomOfAnotherLengthIsRefused(int length) {
    assertThatExceptionOfType(KeyExchangeException.class)
        .isThrownBy(
            () -> client.agree(node.publicPoint(), node.keyName(), NONCE, new byte[length]));
  }

  @Test
  void aFrameWithoutTheNameOfThisEndIsRefusedAndDoesNotAdvanceTheStream() throws Exception {
    SessionCipher atClient = new SessionCipher(agree(client, node));
    SessionCipher atNode = new SessionCipher(agree(node, client));
    byte[] frame = atClient.encrypt(Frames.encode(Message.builder().build()));
    byte[] body = Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length);
    byte[] foreign = body.clone();
    foreign[0] ^= 1;

    for (byte[] bad : List.of(foreign, new byte[0], Arrays.copyOf(body, 4))) {
      assertThatExceptionOfType(UnknownSessionKeyException.class)
          .isThrownBy(() -> atNode.decrypt(bad));
    }
    assertThat(MsgPackCodec.decode(atNode.decrypt(body)).message().size()).isZero();
  }

  @Test
  void aSessionKeyOfWrongLengthsIsNotMadeAndASecretIsNotPrinted() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionKey.of(new byte[16], NONCE, client.keyName(), node.keyName()));
    SessionKey key = agree(client, node);
    assertThat(key.toString()).doesNotContain(java.util.HexFormat.of().formatHex(key.secret()));
  }
}
