package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TRAVERSE_TRANSACTIONS (client-protocol 11.5). */
class TraverseTransactionsTest extends NodeTestBase {

  private static final Transaction OLDEST = Samples.note("oldest");
  private static final Transaction MIDDLE = Samples.pointingTo(OLDEST, "middle");
  private static final Transaction NEWEST = Samples.pointingTo(MIDDLE, "newest");

  @BeforeEach
  void insert() {
    List.of(OLDEST, MIDDLE, NEWEST).forEach(transaction -> node.ask(Requests.insert(transaction)));
  }

  private static Message.Builder traverse(Transaction start, long direction, long hops) {
    return Requests.of(Command.REQUEST_TRAVERSE_TRANSACTIONS)
        .put(KeyType.TRANSACTION_ID, start.transactionId())
        .put(KeyType.DIRECTION, direction)
        .put(KeyType.HOP_COUNT, hops);
  }

  private static List<List<Transaction>> tree(Message reply) {
    Replies.assertSuccess(reply);
    Replies.assertRouted(reply);
    return reply.bytesTree(KeyType.TRANSACTION_TREE).stream()
        .map(level -> level.stream().map(Transaction::read).toList())
        .toList();
  }

  @Test
  void walksToThePastFromTheStart() {
    Message reply = node.ask(traverse(NEWEST, 1, 3).build());

    assertThat(tree(reply)).containsExactly(List.of(NEWEST), List.of(MIDDLE), List.of(OLDEST));
    assertThat(reply.optBool(KeyType.ALL_INCLUDED)).contains(true);
    assertThat(reply.bytes(KeyType.TRANSACTION_ID)).isEqualTo(NEWEST.transactionId().toByteArray());
  }

  @Test
  void walksToTheFuture() {
    assertThat(tree(node.ask(traverse(OLDEST, 0, 2).build())))
        .containsExactly(List.of(OLDEST), List.of(MIDDLE));
  }

  @Test
  void nothingIsFoundWithTheIdAskedFor() {
    for (Message request :
        List.of(
            traverse(Samples.note("absent"), 1, 3).build(),
            traverse(NEWEST, 1, 0).build(),
            traverse(NEWEST, 1, Long.MIN_VALUE).build(),
            traverse(NEWEST, 1, 3).put(KeyType.TRANSACTION_ID, new byte[50]).build(),
            traverse(NEWEST, 1, 3).put(KeyType.USER_ID, new byte[32]).build(),
            traverse(NEWEST, 1, 3).put(KeyType.ASSET_GROUP_ID, new byte[33]).build())) {
      Message reply = node.ask(request);
      Replies.assertFailure(reply, -14, "Cannot find transaction");
      assertThat(reply.get(KeyType.TRANSACTION_ID)).isEqualTo(request.get(KeyType.TRANSACTION_ID));
    }
  }

  @Test
  void missingNilOrIllTypedFieldsAreMalformed() {
    for (KeyType key : List.of(KeyType.TRANSACTION_ID, KeyType.DIRECTION, KeyType.HOP_COUNT)) {
      Replies.assertLacksParameters(node.ask(traverse(NEWEST, 1, 3).remove(key).build()));
      Replies.assertLacksParameters(node.ask(traverse(NEWEST, 1, 3).putNil(key).build()));
    }
    Replies.assertLacksParameters(
        node.ask(traverse(NEWEST, 1, 3).put(KeyType.HOP_COUNT, "three").build()));
    Replies.assertFailure(
        node.ask(traverse(NEWEST, 1, 3).putNil(KeyType.DOMAIN_ID).build()), -1, "No such domain");
  }

  @Test
  void compromisedTransactionsAreLeftOutAndNamed() {
    byte[] tampered = OLDEST.serialize();
    tampered[tampered.length - 1] ^= 1;
    node.ledger().tamper(OLDEST.transactionId(), tampered);

    Message reply = node.ask(traverse(NEWEST, 1, 3).build());

    assertThat(tree(reply)).containsExactly(List.of(NEWEST), List.of(MIDDLE));
    assertThat(reply.bytesList(KeyType.COMPROMISED_TRANSACTION_IDS))
        .containsExactly(OLDEST.transactionId().toByteArray());
  }

  @Test
  void hugeHopCountIsCapped() {
    assertThat(tree(node.ask(traverse(NEWEST, 1, Long.MAX_VALUE).build()))).hasSize(3);
  }
}
