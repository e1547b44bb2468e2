package org.bbc1.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvHostileInputTest {

  private static Message decode(String text) throws MessageCodecException {
    return TlvCodec.decode(HexFormat.of().parseHex(text.replace(" ", "")));
  }

  private static String nested(int depth) {
    String value = "00000000 00000000";
    for (int i = 0; i < depth; i++) {
      value = "00000003" + String.format("%08x", value.replace(" ", "").length() / 2) + value;
    }
    return "00000036" + value;
  }

  @Test
  void everyTruncationOfAFieldIsRefused() throws Exception {
    byte[] document = TlvCodec.encode(Message.builder().put(KeyType.RANDOM, new byte[5]).build());

    assertThat(TlvCodec.decode(document).size()).isEqualTo(1);
    assertThat(TlvCodec.decode(new byte[0]).size()).isZero();
    for (int length = 1; length < document.length; length++) {
      byte[] cut = Arrays.copyOf(document, length);
      assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> TlvCodec.decode(cut));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000012 00000000 00000001 aa 00",
        "00000012 00000000 ffffffff aa",
        "00000012 00000000 7fffffff aa",
        "00000012 00000001 00000004 00000001",
        "00000012 00000001 00000000",
        "00000012 00000003 00000009 00000000 00000001",
        "00000012 00000003 00000004 00000000"
      })
  void trailingBytesLengthsBeyondTheEndAndOddIntegersAreRefused(String document) {
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode(document));
  }

  @Test
  void nestingOfListsIsBounded() throws Exception {
    assertThat(decode(nested(8)).has(KeyType.NODE_INFO)).isTrue();
    assertThatExceptionOfType(MessageCodecException.class).isThrownBy(() -> decode(nested(9)));
  }

  @Test
  void truthValueOtherThanOneIsFalse() throws Exception {
    assertThat(decode("00000002 00000002 00000001 01").optBool(KeyType.RESULT)).hasValue(true);
    assertThat(decode("00000002 00000002 00000001 02").optBool(KeyType.RESULT)).hasValue(false);
    assertThat(decode("00000002 00000002 00000000").optBool(KeyType.RESULT)).hasValue(false);
  }

  @Test
  void unknownDataTypeIsReadAsAList() throws Exception {
    Value value = decode("00000036 00000009 00000009 00000000 00000001 aa").get(KeyType.NODE_INFO);

    assertThat(value)
        .isEqualTo(
            new Value.ListValue(java.util.List.of(new Value.Bytes(new byte[] {(byte) 0xaa}))));
  }

  @Test
  void unsignedIntegersKeepTheirValue() throws Exception {
    Message message = decode("0000000e 00000001 00000008 ffffffffffffffff");

    assertThat(message.get(KeyType.COUNT)).isEqualTo(Value.Int.ofUnsigned(-1));
    assertThat(TlvCodec.decode(TlvCodec.encode(message))).isEqualTo(message);
  }

  @Test
  void inexpressibleValuesAreRefusedOnWriting() {
    for (Value value :
        new Value[] {
          Value.nil(),
          new Value.Int(-1),
          new Value.MapValue(Map.of()),
          new Value.FloatingPoint(1, false)
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TlvCodec.encode(Message.builder().put(KeyType.COUNT, value).build()));
    }
  }

  @Test
  void moreValuesThanAnyMessageNeedsAreRefused() throws Exception {
    assertThat(TlvCodec.decode(listOfEmptyValues(TlvReader.MAX_VALUES - 1)).size()).isEqualTo(1);
    assertThatExceptionOfType(MessageCodecException.class)
        .isThrownBy(() -> TlvCodec.decode(listOfEmptyValues(TlvReader.MAX_VALUES)));
  }

  private static byte[] listOfEmptyValues(int count) {
    return ByteBuffer.allocate(12 + 8 * count)
        .putInt(KeyType.NODE_INFO.number())
        .putInt(TlvReader.TYPE_LIST)
        .putInt(8 * count)
        .array();
  }
}
