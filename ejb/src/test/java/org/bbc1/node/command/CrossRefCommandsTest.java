package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.junit.jupiter.api.Test;

/** CROSS_REF_LIST and CROSS_REF_VERIFY (client-protocol 11.6, 11.7). */
class CrossRefCommandsTest extends NodeTestBase {

  private static final DomainId UNKNOWN = DomainId.fromHex("0f".repeat(32));
  private static final TransactionId FIRST = TransactionId.fromHex("01".repeat(32));
  private static final TransactionId SECOND = TransactionId.fromHex("02".repeat(32));
  private static final String REASON =
      "Cannot verify by cross reference: no domain0 manager is known";

  private void restart(TestNode.Setup setup) {
    node.close();
    node = setup.start();
  }

  private List<TransactionId> holdersList() {
    Message reply = node.ask(Requests.of(Command.REQUEST_CROSS_REF_LIST).build());
    Replies.assertSuccess(reply);
    Replies.assertRouted(reply);
    assertThat(reply.commandNumber()).hasValue(93);
    return reply.bytesList(KeyType.TRANSACTION_ID_LIST).stream().map(TransactionId::of).toList();
  }

  private void hold(TransactionId id, String holder) {
    node.ledger().holdElsewhere(Requests.DOMAIN, id, TransactionId.fromHex(holder.repeat(32)));
  }

  @Test
  void withoutRecordsTheListIsEmpty() {
    assertThat(holdersList()).isEmpty();
  }

  @Test
  void everyRecordGivesAnEntryInItsOrder() {
    hold(SECOND, "a1");
    hold(FIRST, "a2");
    hold(SECOND, "a3");

    assertThat(holdersList()).containsExactly(SECOND, FIRST, SECOND);
  }

  @Test
  void theListIsCutAtTheSearchLimit() {
    restart(TestNode.in(folder).set("bbc1.default-config", limitedTo(2)));
    hold(SECOND, "a1");
    hold(FIRST, "a2");
    hold(SECOND, "a3");

    assertThat(holdersList()).containsExactly(SECOND, FIRST);
  }

  private String limitedTo(int count) {
    try {
      return Files.writeString(
              folder.resolve("limits.json"),
              "{\"search_config\": {\"max_count\": " + count + ", \"max_traverse\": 30}}")
          .toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theListFitsIntoAFrame() {
    restart(TestNode.in(folder).set("bbc1.client.max-frame-bytes", "1024"));
    for (int i = 10; i < 40; i++) {
      hold(FIRST, String.valueOf(i));
    }

    assertThat(holdersList()).hasSize((1024 - 512) / 34);
  }

  @Test
  void ofAnUnknownDomainThereIsNoList() {
    for (DomainId domain : new DomainId[] {UNKNOWN, null}) {
      Replies.assertFailure(
          node.ask(Requests.of(Command.REQUEST_CROSS_REF_LIST, domain).build()),
          -1,
          "No such domain");
    }
  }

  @Test
  void theDomainOfDomainsHasNoList() {
    restart(TestNode.in(folder).set("bbc1.domain0", "true"));

    Message reply =
        node.ask(Requests.of(Command.REQUEST_CROSS_REF_LIST, DomainId.GLOBAL_0).build());

    Replies.assertSuccess(reply);
    assertThat(reply.bytesList(KeyType.TRANSACTION_ID_LIST)).isEmpty();
  }

  @Test
  void aListThatCannotBeReadIsAnInternalError() {
    node.ledger().breakDatabase();

    Replies.assertFailure(
        node.ask(Requests.of(Command.REQUEST_CROSS_REF_LIST).build()), -255, "Internal error");
  }

  @Test
  void verificationThatNobodyCanDoIsRefusedAtOnce() {
    Message request =
        Requests.of(Command.REQUEST_CROSS_REF_VERIFY).put(KeyType.TRANSACTION_ID, FIRST).build();

    Message reply = node.ask(request);

    Replies.assertFailure(reply, -14, REASON);
    Replies.assertRouted(reply);
    assertThat(reply.commandNumber()).hasValue(91);
    assertThat(reply.get(KeyType.QUERY_ID)).isEqualTo(request.get(KeyType.QUERY_ID));
  }

  @Test
  void verificationWithoutTransactionOrSenderLacksParameters() {
    Message.Builder request = Requests.of(Command.REQUEST_CROSS_REF_VERIFY);
    Replies.assertLacksParameters(node.ask(request.build()));
    Replies.assertLacksParameters(node.ask(request.putNil(KeyType.TRANSACTION_ID).build()));
    Replies.assertLacksParameters(
        node.ask(
            request.put(KeyType.TRANSACTION_ID, FIRST).putNil(KeyType.SOURCE_USER_ID).build()));
  }

  @Test
  void verificationOfAnIdOfAnotherLengthFindsNothing() {
    Replies.assertFailure(
        node.ask(
            Requests.of(Command.REQUEST_CROSS_REF_VERIFY)
                .put(KeyType.TRANSACTION_ID, new byte[33])
                .build()),
        -14,
        REASON);
  }

  @Test
  void verificationInAnUnknownDomainIsRefused() {
    Replies.assertFailure(
        node.ask(
            Requests.of(Command.REQUEST_CROSS_REF_VERIFY, UNKNOWN)
                .put(KeyType.TRANSACTION_ID, FIRST)
                .build()),
        -1,
        "No such domain");
  }
}
