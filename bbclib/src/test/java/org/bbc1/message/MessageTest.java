package org.bbc1.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static void assertFieldFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(MessageFieldException.class)
        .isThrownBy(call)
        .satisfies(fault -> assertThat(fault.key()).isEqualTo(KeyType.DOMAIN_ID));
  }

  @Test
  void nilIsPresentButCountsAsAbsentWhenRead() {
    Message message = Message.builder().putNil(KeyType.DOMAIN_ID).build();

    assertThat(message.has(KeyType.DOMAIN_ID)).isTrue();
    assertThat(message.optBytes(KeyType.DOMAIN_ID)).isNull();
    assertThat(message.optId(KeyType.DOMAIN_ID, DomainId::of)).isNull();
    assertThat(message.optInteger(KeyType.DOMAIN_ID)).isEqualTo(OptionalLong.empty());
    assertThat(message.optBool(KeyType.DOMAIN_ID)).isEmpty();
    assertThat(message.bytesList(KeyType.DOMAIN_ID)).isEmpty();
    assertFieldFault(() -> message.bytes(KeyType.DOMAIN_ID));
    assertFieldFault(() -> message.integer(KeyType.DOMAIN_ID));
    assertFieldFault(() -> message.id(KeyType.DOMAIN_ID, DomainId::of));
  }

  @Test
  void wrongTypesAndLengthsNameTheField() {
    Message number = Message.builder().put(KeyType.DOMAIN_ID, 1).build();
    Message shortId = Message.builder().put(KeyType.DOMAIN_ID, new byte[31]).build();

    assertFieldFault(() -> number.bytes(KeyType.DOMAIN_ID));
    assertFieldFault(() -> number.optBool(KeyType.DOMAIN_ID));
    assertFieldFault(() -> number.bytesList(KeyType.DOMAIN_ID));
    assertFieldFault(() -> number.bytesTree(KeyType.DOMAIN_ID));
    assertFieldFault(() -> number.bytesMap(KeyType.DOMAIN_ID, AssetId::of));
    assertFieldFault(() -> shortId.integer(KeyType.DOMAIN_ID));
    assertFieldFault(() -> shortId.id(KeyType.DOMAIN_ID, DomainId::of));
  }

  @Test
  void commandMustBeAnIntegerOfUsableSize() {
    assertThat(Message.of(Command.REGISTER).build().commandNumber()).hasValue(64);
    assertThat(Message.builder().build().commandNumber()).isEmpty();
    assertThat(Message.builder().put(KeyType.COMMAND, true).build().commandNumber()).isEmpty();
    assertThat(Message.builder().put(KeyType.COMMAND, 1L << 32).build().commandNumber()).isEmpty();
    assertThat(
            Message.builder()
                .put(KeyType.COMMAND, new Value.FloatingPoint(17, false))
                .build()
                .commandNumber())
        .isEmpty();
  }

  @Test
  void filesThatWereNotSentAreLeftOut() {
    Value.MapValue files =
        new Value.MapValue(
            Map.of(
                new Value.Bytes(new byte[] {1}),
                Value.nil(),
                new Value.Text("b"),
                new Value.Bytes(new byte[] {2})));

    assertThat(
            Message.builder()
                .put(KeyType.ALL_ASSET_FILES, files)
                .build()
                .bytesMap(KeyType.ALL_ASSET_FILES, AssetId::of))
        .containsOnlyKeys(AssetId.of(new byte[] {'b'}));
  }

  @Test
  void builderDoesNotChangeAMessageItHasBuilt() {
    Message.Builder builder = Message.of(Command.REGISTER);
    Message before = builder.build();
    builder.put(KeyType.STATUS, 0);

    assertThat(before.has(KeyType.STATUS)).isFalse();
    assertThat(builder.build().toBuilder().remove(KeyType.STATUS).build()).isEqualTo(before);
  }

  @Test
  void treeOfBytesIsReadBack() {
    List<List<byte[]>> tree =
        List.of(List.of(new byte[] {1}), List.of(new byte[] {2}, new byte[] {3}));

    Message message = Message.builder().putTree(KeyType.TRANSACTION_TREE, tree).build();

    assertThat(message.bytesTree(KeyType.TRANSACTION_TREE)).hasSize(2);
    assertThat(message.bytesTree(KeyType.TRANSACTION_TREE).get(1).get(1)).containsExactly(3);
  }

  @Test
  void textOfAMessageForLogsShowsNoContents() {
    Message message = Message.of(Command.MESSAGE).put(KeyType.MESSAGE, "secret").build();

    assertThat(message.toString()).contains("66", "MESSAGE").doesNotContain("secret");
  }

  @Test
  void requestAndResponseOfTheSameNumberAreToldApartByDirection() {
    assertThat(Command.requestOfNumber(95)).isEqualTo(Command.REQUEST_COUNT_TRANSACTIONS);
    assertThat(Command.responseOfNumber(95)).isEqualTo(Command.RESPONSE_COUNT_TRANSACTIONS);
    assertThat(Command.REQUEST_COUNT_TRANSACTIONS.response())
        .isEqualTo(Command.RESPONSE_COUNT_TRANSACTIONS);
    assertThat(Command.requestOfNumber(72)).isNull();
    assertThat(Command.requestOfNumber(3)).isNull();
  }

  @Test
  void onlyRequestsWithAnAnswerHaveAResponse() {
    assertThat(Command.REQUEST_INSERT.response()).isEqualTo(Command.RESPONSE_INSERT);
    assertThat(Command.REQUEST_GATHER_SIGNATURE.response())
        .isEqualTo(Command.RESPONSE_GATHER_SIGNATURE);
    for (Command command :
        new Command[] {
          Command.REGISTER,
          Command.DOMAIN_PING,
          Command.REQUEST_REPAIR,
          Command.REQUEST_INSERT_NOTIFICATION,
          Command.NOTIFY_DOMAIN_KEY_UPDATE,
          Command.MESSAGE,
          Command.RESPONSE_SIGNATURE
        }) {
      assertThat(command.response()).as(command.name()).isNull();
    }
  }

  @Test
  void messagesAreEqualByTheirFields() {
    Message message = Message.of(Command.REGISTER).put(KeyType.STATUS, 0).build();

    assertThat(message)
        .isEqualTo(message.toBuilder().build())
        .hasSameHashCodeAs(message.toBuilder().build())
        .isNotEqualTo(message.toBuilder().put(KeyType.STATUS, 1).build())
        .isNotEqualTo(message.fields());
    assertThat(message.hashCode())
        .isNotEqualTo(message.toBuilder().put(KeyType.STATUS, 1).build().hashCode());
  }

  @Test
  void keyIsFourBytesBigEndian() {
    for (KeyType key : KeyType.values()) {
      assertThat(new java.math.BigInteger(1, key.bytes()).intValueExact()).isEqualTo(key.number());
      assertThat(KeyType.ofNumber(key.number())).isEqualTo(key);
    }
    assertThat(KeyType.ofNumber(0x7fff_ffff)).isNull();
  }

  @Test
  void everyCommandHasADirection() {
    assertThat(Command.REQUEST_INSERT.isSentByClients()).isTrue();
    assertThat(Command.REQUEST_INSERT.isSentByNodes()).isFalse();
    assertThat(Command.RESPONSE_INSERT.isSentByClients()).isFalse();
    assertThat(Command.RESPONSE_INSERT.isSentByNodes()).isTrue();
    assertThat(Command.MESSAGE.isSentByClients()).isTrue();
    assertThat(Command.MESSAGE.isSentByNodes()).isTrue();
  }

  @Test
  void payloadTypesOutsideTheProtocolAreUnknown() {
    for (PayloadType type : PayloadType.values()) {
      assertThat(PayloadType.ofNumber(type.number())).isEqualTo(type);
    }
    assertThat(PayloadType.ofNumber(-1)).isNull();
    assertThat(PayloadType.ofNumber(PayloadType.values().length)).isNull();
  }

  @Test
  void signedFieldsOfEachAdminCommand() {
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_SETUP_DOMAIN))
        .containsExactlyInAnyOrder(KeyType.DOMAIN_ID, KeyType.RANDOM, KeyType.BBC_CONFIGURATION);
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_CLOSE_DOMAIN))
        .containsExactlyInAnyOrder(KeyType.DOMAIN_ID, KeyType.RANDOM);
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_SET_STATIC_NODE))
        .containsExactly(KeyType.NODE_INFO);
    assertThat(AdminSignature.fieldsOf(Command.DOMAIN_PING))
        .containsExactlyInAnyOrder(
            KeyType.IPV4_ADDRESS, KeyType.IPV6_ADDRESS, KeyType.PORT_NUMBER, KeyType.STATIC_ENTRY);
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_MANIP_LEDGER_SUBSYS))
        .containsExactlyInAnyOrder(KeyType.LEDGER_SUBSYS_MANIP, KeyType.RANDOM);
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_GET_STATS)).containsExactly(KeyType.RANDOM);
    assertThat(AdminSignature.fieldsOf(Command.REQUEST_GET_NODEID)).isEmpty();
  }
}
