package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.Vectors;
import org.bbc1.transaction.WireFormat;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may try with transactions and searches. Source: client-protocol 11, 17. */
class HostileTransactionsTest extends HostileTestBase {

  private static final DomainId UNKNOWN = DomainId.fromHex("ee".repeat(32));
  private static final int MEGABYTE = 1 << 20;

  static Stream<Named<JsonObject>> damaged() {
    return Vectors.of("negative.json")
        .filter(vector -> !vector.getJsonObject("expected").getString("verdict").equals("VALID"))
        .map(vector -> Named.of(vector.getString("id"), vector));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void damagedTransactionIsRefused(JsonObject vector) {
    assertRefused(Requests.insert(Vectors.hex(vector, "wire")), Reasons.BAD_TRANSACTION_FORMAT);
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, ''",
    "half a header, 00",
    "a header only, 0000",
    "garbage, 000067617262616765",
    "unknown header, ffff00000000",
    "no compressed stream, 001067617262616765",
    "no BSON document, 000100000000",
    "no MessagePack document, 0004c1",
    "an empty MessagePack document, 000480",
  })
  void garbageIsRefused(String name, String wire) {
    assertRefused(Requests.insert(HexFormat.of().parseHex(wire)), Reasons.BAD_TRANSACTION_FORMAT);
  }

  @Test
  void transactionCutAnywhereIsRefused() {
    byte[] wire = Samples.note("cut").serialize();
    for (int length = 0; length < wire.length; length++) {
      Message reply = hostile.ask(Requests.insert(Arrays.copyOf(wire, length)));
      assertThat(reply.optText(KeyType.REASON))
          .as("%d bytes", length)
          .isEqualTo(Reasons.BAD_TRANSACTION_FORMAT);
    }
    assertOthersServed();
  }

  @Test
  void bytesBehindATransactionAreRefused() {
    byte[] wire = Samples.note("longer").serialize();
    assertRefused(
        Requests.insert(Arrays.copyOf(wire, wire.length + 1)), Reasons.BAD_TRANSACTION_FORMAT);
  }

  @Test
  void compressedStreamThatGrowsTo80MegabytesIsRefused() {
    assertRefused(Requests.insert(bomb(80)), Reasons.BAD_TRANSACTION_FORMAT);
  }

  private static byte[] bomb(int megabytes) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes(new byte[] {0, 0x10});
    try (DeflaterOutputStream stream = new DeflaterOutputStream(wire)) {
      for (int i = 0; i < megabytes; i++) {
        stream.write(new byte[MEGABYTE]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wire.toByteArray();
  }

  @Test
  void sameTransactionInAnotherFormIsADuplicate() {
    Transaction transaction = Samples.note("in two forms");
    assertThat(hostile.ask(Requests.insert(transaction)).integer(KeyType.STATUS)).isZero();

    assertRefused(Requests.insert(transaction), Reasons.FAILED_TO_INSERT);
    assertRefused(
        Requests.insert(transaction.serialize(WireFormat.ZLIB)), Reasons.FAILED_TO_INSERT);
  }

  @Test
  void fileThatDoesNotMatchItsDigestIsRefused() {
    Transaction transaction = Samples.withFile("file", Samples.bytes("content"));
    AssetId asset = transaction.assetEntries().get(0).assetId();
    Message request =
        Requests.insert(transaction).toBuilder()
            .put(KeyType.ALL_ASSET_FILES, Map.of(asset, Samples.bytes("other content")))
            .build();

    assertRefused(request, Reasons.BAD_TRANSACTION_FORMAT);
  }

  @Test
  void insertNeedsADomainThatRuns() {
    Message insert = Requests.insert(Samples.note("nowhere"));
    assertRefused(
        insert.toBuilder().putNil(KeyType.DOMAIN_ID).build(), Reasons.SET_UP_THE_DOMAIN_FIRST);
    assertRefused(
        insert.toBuilder().put(KeyType.DOMAIN_ID, UNKNOWN).build(),
        Reasons.SET_UP_THE_DOMAIN_FIRST);
    assertRefused(
        insert.toBuilder().put(KeyType.DOMAIN_ID, DomainId.GLOBAL_0).build(),
        Reasons.INSERT_NOT_ALLOWED_IN_DOMAIN_0);
  }

  @Test
  void insertNeedsTheFileMapButItMayBeNil() {
    Message insert = Requests.insert(Samples.note("without a map"));
    assertRefused(
        insert.toBuilder().remove(KeyType.ALL_ASSET_FILES).build(),
        Reasons.LACK_OF_MANDATORY_PARAMS);
    assertThat(hostile.ask(insert).integer(KeyType.STATUS)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 1000})
  void searchForAnIdOfAnyLengthFindsNothing(int length) {
    Message reply =
        hostile.ask(
            Requests.of(Command.REQUEST_SEARCH_TRANSACTION)
                .put(KeyType.TRANSACTION_ID, new byte[length])
                .build());

    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-14);
    assertThat(reply.text(KeyType.REASON)).isEqualTo(Reasons.CANNOT_FIND_TRANSACTION);
    assertThat(reply.has(KeyType.TRANSACTION_ID)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Command.class,
      names = {
        "REQUEST_SEARCH_TRANSACTION",
        "REQUEST_SEARCH_WITH_CONDITIONS",
        "REQUEST_COUNT_TRANSACTIONS",
        "REQUEST_TRAVERSE_TRANSACTIONS",
        "REQUEST_CROSS_REF_LIST",
        "REQUEST_REGISTER_HASH_IN_SUBSYS",
        "REQUEST_VERIFY_HASH_IN_SUBSYS"
      })
  void requestForAnUnknownDomainIsRefused(Command command) {
    Message reply = hostile.ask(search(command).put(KeyType.DOMAIN_ID, UNKNOWN).build());

    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-1);
    assertThat(reply.get(KeyType.DOMAIN_ID)).isEqualTo(new Value.Bytes(UNKNOWN.toByteArray()));
    assertIgnored();
  }

  private static Message.Builder search(Command command) {
    return Requests.of(command)
        .put(KeyType.TRANSACTION_ID, new byte[32])
        .put(KeyType.ASSET_GROUP_ID, new byte[32])
        .put(KeyType.DIRECTION, 1)
        .put(KeyType.HOP_COUNT, 3);
  }

  static List<Value> noIntegers() {
    return List.of(
        new Value.Text("10"),
        new Value.FloatingPoint(1, false),
        new Value.Bool(true),
        new Value.ListValue(List.of()));
  }

  @ParameterizedTest
  @MethodSource("noIntegers")
  void numbersOfASearchMustBeIntegers(Value value) {
    for (KeyType key :
        List.of(KeyType.COUNT, KeyType.DIRECTION, KeyType.START_FROM, KeyType.UNTIL)) {
      assertRefused(
          search(Command.REQUEST_SEARCH_WITH_CONDITIONS).put(key, value).build(),
          Reasons.LACK_OF_MANDATORY_PARAMS);
    }
    assertRefused(
        search(Command.REQUEST_TRAVERSE_TRANSACTIONS).put(KeyType.HOP_COUNT, value).build(),
        Reasons.LACK_OF_MANDATORY_PARAMS);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
  void extremeNumbersOfASearchAreServed(long number) {
    for (Message request :
        List.of(
            search(Command.REQUEST_SEARCH_WITH_CONDITIONS).put(KeyType.COUNT, number).build(),
            search(Command.REQUEST_SEARCH_WITH_CONDITIONS).put(KeyType.UNTIL, number).build(),
            search(Command.REQUEST_TRAVERSE_TRANSACTIONS).put(KeyType.HOP_COUNT, number).build(),
            search(Command.REQUEST_TRAVERSE_TRANSACTIONS).put(KeyType.DIRECTION, number).build())) {
      assertThat(hostile.ask(request).integer(KeyType.STATUS)).as("%s", request).isEqualTo(-14);
    }
  }

  private void assertRefused(Message request, String reason) {
    Message reply = hostile.ask(request);
    assertThat(reply.optText(KeyType.REASON)).isEqualTo(reason);
    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-1);
    assertOthersServed();
  }
}
