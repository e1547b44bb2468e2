package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CLOSE_DOMAIN, GET_DOMAINLIST, GET_NODEID, GET_STATS, GET_CONFIG (client-protocol 10). */
class AdminCommandsTest extends NodeTestBase {

  private static final DomainId SECOND = DomainId.fromHex("02".repeat(32));

  private byte[] domainList() {
    return node.ask(Requests.of(Command.REQUEST_GET_DOMAINLIST, null).build())
        .bytes(KeyType.DOMAIN_LIST);
  }

  private NodeId nodeId(DomainId domain) {
    return node.ask(Requests.of(Command.REQUEST_GET_NODEID, domain).build())
        .id(KeyType.NODE_ID, NodeId::of);
  }

  @Test
  void closedDomainIsGoneWithItsSectionAndUsers() throws IOException {
    node.tellSilently(Requests.register(Requests.DOMAIN, Requests.USER));

    Message reply = node.ask(Requests.close(Requests.DOMAIN));

    Replies.assertSuccess(reply);
    assertThat(reply.optBool(KeyType.RESULT)).contains(true);
    assertThat(reply.get(KeyType.DOMAIN_ID)).isEqualTo(Value.nil());
    assertThat(domainList()).containsExactly(0, 0);
    assertThat(Files.readString(folder.resolve("config.json")))
        .doesNotContain(Requests.DOMAIN.toHex());
    assertThat(node.services().users().usersOf(Requests.DOMAIN)).isEmpty();
  }

  @Test
  void closingWhatIsNotThereIsSaidWithStatusZero() {
    for (DomainId domain : new DomainId[] {SECOND, null}) {
      Message reply = node.ask(Requests.of(Command.REQUEST_CLOSE_DOMAIN, domain).build());
      Replies.assertFailure(reply, 0, "No such domain");
      assertThat(reply.optBool(KeyType.RESULT)).contains(false);
      assertThat(reply.get(KeyType.DOMAIN_ID)).isEqualTo(Value.nil());
    }
  }

  @Test
  void reopenedDomainHasItsDataAndAnotherNodeId() {
    node.ask(Requests.insert(Samples.note("kept")));
    NodeId before = nodeId(Requests.DOMAIN);
    node.ask(Requests.close(Requests.DOMAIN));
    node.ask(Requests.setUp(Requests.DOMAIN));

    assertThat(nodeId(Requests.DOMAIN)).isNotEqualTo(before);
    assertThat(
            node.ask(Requests.of(Command.REQUEST_COUNT_TRANSACTIONS).build())
                .integer(KeyType.COUNT))
        .isEqualTo(1);
  }

  @Test
  void domainsAreListedInOrderOfCreation() {
    node.ask(Requests.setUp(SECOND));
    node.ask(Requests.setUp(DomainId.GLOBAL_0));

    assertThat(domainList())
        .hasSize(2 + 3 * 32)
        .startsWith(0, 3)
        .endsWith(DomainId.GLOBAL_0.toByteArray());
    assertThat(java.util.Arrays.copyOfRange(domainList(), 2, 34))
        .isEqualTo(Requests.DOMAIN.toByteArray());
  }

  @Test
  void nodeIdIsAnotherOneInEveryDomain() {
    node.ask(Requests.setUp(SECOND));

    assertThat(nodeId(Requests.DOMAIN)).isNotEqualTo(nodeId(SECOND));
  }

  @Test
  void nodeIdOfUnknownOrNilDomainIsAnError() {
    Replies.assertFailure(
        node.ask(Requests.of(Command.REQUEST_GET_NODEID, SECOND).build()), -1, "No such domain");
    Replies.assertFailure(
        node.ask(Requests.of(Command.REQUEST_GET_NODEID, null).build()), -1, "No such domain");
  }

  @Test
  void statisticsHaveTheNamesOfTheReference() {
    Transaction transaction = Samples.note("one");
    node.ask(Requests.insert(transaction));
    node.ask(Requests.insert(transaction));
    node.ask(Requests.insert(new byte[] {0, 0, 1}));

    Message reply = node.ask(Requests.of(Command.REQUEST_GET_STATS, null).build());

    Replies.assertDirect(reply);
    Map<String, Long> stats = new LinkedHashMap<>();
    ((Value.MapValue) reply.get(KeyType.STATS))
        .entries()
        .forEach(
            (category, items) ->
                ((Value.MapValue) items)
                    .entries()
                    .forEach(
                        (item, value) ->
                            stats.put(
                                text(category) + "." + text(item), ((Value.Int) value).bits())));
    assertThat(stats)
        .containsEntry("client.total_num", 1L)
        .containsEntry("client.num_message_receive", 5L)
        .containsEntry("transaction.insert_count", 3L)
        .containsEntry("transaction.insert_fail_count", 2L)
        .containsEntry("transaction.invalid", 1L)
        .containsEntry("data_handler.insert_transaction", 1L)
        .containsEntry("user_message.sent_msg_to_user", 3L)
        .containsEntry("network.num_domains", 1L);
  }

  private static String text(Value value) {
    return new String(((Value.Bytes) value).value(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void configurationIsJsonWithMaskedPassWords() {
    Message reply = node.ask(Requests.of(Command.REQUEST_GET_CONFIG, null).build());

    Replies.assertDirect(reply);
    String text = reply.text(KeyType.BBC_CONFIGURATION);
    assertThat(Json.createReader(new StringReader(text)).readObject().getJsonObject("domains"))
        .containsKey(Requests.DOMAIN.toHex());
    assertThat(text).startsWith("{\n  \"workingdir\"").contains("\"db_pass\": \"********\"");
  }

  @Test
  void holderOfTheNodeKeySeesPassWords(@TempDir Path other) throws IOException {
    try (TestNode guarded = TestNode.in(other).withNodeKey().start()) {
      KeyPair key = KeyPair.fromPem(Files.readString(other.resolve(NodeKey.FILE_NAME)));

      Message reply =
          guarded.ask(Requests.signed(Requests.of(Command.REQUEST_GET_CONFIG, null), key));

      assertThat(reply.text(KeyType.BBC_CONFIGURATION)).contains("\"db_pass\": \"pass\"");
    }
  }
}
