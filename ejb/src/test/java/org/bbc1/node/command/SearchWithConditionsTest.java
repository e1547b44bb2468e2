package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SEARCH_WITH_CONDITIONS and COUNT_TRANSACTIONS (client-protocol 11.3, 11.4). */
class SearchWithConditionsTest extends NodeTestBase {

  private static final Transaction FIRST =
      Samples.noteAt(1_700_000_003_000L, "first inserted, latest time");
  private static final Transaction SECOND = Samples.noteAt(1_700_000_001_000L, "second");
  private static final Transaction THIRD = Samples.noteAt(1_700_000_002_000L, "third");

  @BeforeEach
  void insert() {
    List.of(FIRST, SECOND, THIRD).forEach(transaction -> node.ask(Requests.insert(transaction)));
  }

  private static Message.Builder search() {
    return Requests.of(Command.REQUEST_SEARCH_WITH_CONDITIONS).put(KeyType.COUNT, 0);
  }

  private static Message.Builder count() {
    return Requests.of(Command.REQUEST_COUNT_TRANSACTIONS);
  }

  private List<byte[]> found(Message.Builder request) {
    Message reply = node.ask(request.build());
    Replies.assertSuccess(reply);
    Replies.assertRouted(reply);
    return reply.bytesList(KeyType.TRANSACTIONS);
  }

  @Test
  void orderIsThatOfInsertionNewestFirstUnlessAskedOtherwise() {
    assertThat(found(search().put(KeyType.ASSET_GROUP_ID, Samples.GROUP)))
        .containsExactly(THIRD.serialize(), SECOND.serialize(), FIRST.serialize());
    assertThat(found(search().put(KeyType.ASSET_GROUP_ID, Samples.GROUP).put(KeyType.DIRECTION, 1)))
        .containsExactly(FIRST.serialize(), SECOND.serialize(), THIRD.serialize());
    assertThat(found(search().put(KeyType.USER_ID, Samples.OWNER).put(KeyType.DIRECTION, 7)))
        .startsWith(THIRD.serialize());
  }

  @Test
  void absentCountIsOneAndZeroIsTheMaximum() {
    assertThat(found(search().remove(KeyType.COUNT))).containsExactly(THIRD.serialize());
    assertThat(found(search().putNil(KeyType.COUNT))).hasSize(1);
    assertThat(found(search().put(KeyType.COUNT, 2))).hasSize(2);
    assertThat(found(search().put(KeyType.COUNT, -5))).hasSize(3);
    assertThat(found(search().put(KeyType.COUNT, Long.MAX_VALUE))).hasSize(3);
  }

  @Test
  void countIsCappedByTheConfiguration() throws Exception {
    node.close();
    java.nio.file.Path config = folder.resolve("config.json");
    java.nio.file.Files.writeString(
        config,
        java.nio.file.Files.readString(config)
            .replace("\"max_count\": 9999999", "\"max_count\": 2"));
    node = TestNode.in(folder).start();

    assertThat(found(search())).hasSize(2);
  }

  @Test
  void withoutConditionTheWholeDomainIsMeant() {
    assertThat(found(search())).hasSize(3);
    assertThat(node.ask(count().build()).integer(KeyType.COUNT)).isEqualTo(3);
  }

  @Test
  void timeBoundsAreInclusive() {
    Message.Builder bounded =
        search().put(KeyType.START_FROM, 1_700_000_001_000L).put(KeyType.UNTIL, 1_700_000_002_000L);
    assertThat(found(bounded)).containsExactly(THIRD.serialize(), SECOND.serialize());
    assertThat(
            node.ask(count().put(KeyType.START_FROM, 1_700_000_002_001L).build())
                .integer(KeyType.COUNT))
        .isEqualTo(1);
    assertThat(found(search().put(KeyType.UNTIL, Value.Int.ofUnsigned(-1))))
        .as("until 2^64-1")
        .hasSize(3);
  }

  @Test
  void nothingFound() {
    Message reply = node.ask(search().put(KeyType.ASSET_ID, new byte[32]).build());

    Replies.assertFailure(reply, -14, "Cannot find transaction");
    Replies.assertRouted(reply);
    assertThat(node.ask(count().put(KeyType.ASSET_ID, new byte[32]).build()).integer(KeyType.COUNT))
        .isZero();
  }

  @Test
  void idsOfOddLengthMatchNothing() {
    for (KeyType key : List.of(KeyType.ASSET_GROUP_ID, KeyType.ASSET_ID, KeyType.USER_ID)) {
      Replies.assertFailure(
          node.ask(search().put(key, new byte[40]).build()), -14, "Cannot find transaction");
      Replies.assertFailure(
          node.ask(search().put(key, new byte[0]).build()), -14, "Cannot find transaction");
      assertThat(node.ask(count().put(key, new byte[40]).build()).integer(KeyType.COUNT)).isZero();
    }
  }

  @Test
  void illTypedFieldsAreMalformed() {
    for (KeyType key :
        List.of(KeyType.COUNT, KeyType.DIRECTION, KeyType.START_FROM, KeyType.ASSET_GROUP_ID)) {
      Replies.assertLacksParameters(
          node.ask(search().put(key, new Value.ListValue(List.of())).build()));
    }
    Replies.assertLacksParameters(
        node.ask(count().put(KeyType.UNTIL, new Value.FloatingPoint(1.5, false)).build()));
  }

  @Test
  void someCompromisedAreListedWithStatusZero() {
    node.ledger().tamper(SECOND.transactionId(), Samples.bytes("tampered"));

    Message reply = node.ask(search().build());

    Replies.assertSuccess(reply);
    assertThat(reply.bytesList(KeyType.TRANSACTIONS))
        .containsExactly(THIRD.serialize(), FIRST.serialize());
    assertThat(reply.bytesList(KeyType.COMPROMISED_TRANSACTIONS))
        .containsExactly(Samples.bytes("tampered"));
    assertThat(reply.bytesList(KeyType.COMPROMISED_TRANSACTION_IDS))
        .containsExactly(SECOND.transactionId().toByteArray());
  }

  @Test
  void onlyCompromisedAreListedWithStatusBadTransaction() {
    node.ledger().tamper(THIRD.transactionId(), Samples.bytes("tampered"));

    Message reply = node.ask(search().put(KeyType.COUNT, 1).build());

    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-15);
    assertThat(reply.has(KeyType.TRANSACTIONS)).isFalse();
    assertThat(reply.bytesList(KeyType.COMPROMISED_TRANSACTIONS))
        .containsExactly(Samples.bytes("tampered"));
  }

  @Test
  void replyStopsBeforeTheFrameLimit() {
    node.close();
    node =
        TestNode.in(folder)
            .set("bbc1.client.max-frame-bytes", String.valueOf(1024 + 2 * 600))
            .start();

    List<byte[]> found = found(search());

    assertThat(found).hasSize(2).startsWith(THIRD.serialize());
  }

  @Test
  void domainOfDomainsHoldsNothing() {
    node.ask(Requests.setUp(DomainId.GLOBAL_0));

    Replies.assertFailure(
        node.ask(search().put(KeyType.DOMAIN_ID, DomainId.GLOBAL_0).build()),
        -14,
        "Cannot find transaction");
    assertThat(
            node.ask(count().put(KeyType.DOMAIN_ID, DomainId.GLOBAL_0).build())
                .integer(KeyType.COUNT))
        .isZero();
  }

  @Test
  void nilDomainIsAnError() {
    Replies.assertFailure(
        node.ask(search().putNil(KeyType.DOMAIN_ID).build()), -1, "No such domain");
    Replies.assertFailure(
        node.ask(count().putNil(KeyType.DOMAIN_ID).build()), -1, "No such domain");
  }

  @Test
  void responseOfCountHasTheNumberOfTheRequest() {
    assertThat(node.ask(count().build()).commandNumber()).hasValue(95);
  }
}
