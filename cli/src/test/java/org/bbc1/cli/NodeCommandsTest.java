package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.client.ScriptedNode.reply;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.ScriptedNode;
import org.bbc1.error.StatusCode;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;
import org.bbc1.message.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that show and run a node. */
@Timeout(60)
class NodeCommandsTest {

  private static final String DOMAIN = "ab".repeat(32);
  private static final String USER = "cd".repeat(32);
  private static final String NODE = "12".repeat(32);
  private static final String PEER = "34".repeat(32);

  private final LedgerInMemory ledger = new LedgerInMemory();
  private ScriptedNode node;

  @BeforeEach
  void startNode() throws Exception {
    node = new ScriptedNode(ledger);
    ledger.domains.add(DomainId.fromHex(DOMAIN));
  }

  @AfterEach
  void stopNode() throws Exception {
    node.close();
  }

  private CommandRun run(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--port", node.port()));
    return CommandRun.of(all.toArray());
  }

  private static JsonObject object(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  private static byte[] hex(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private void neighbours(byte[]... nodes) {
    byte[] count = ByteBuffer.allocate(4).putInt(nodes.length).array();
    ledger.further.put(
        Command.REQUEST_GET_NEIGHBORLIST,
        request -> reply(request).put(KeyType.NEIGHBOR_LIST, concat(count, concat(nodes))));
  }

  private static byte[] entry(String id, int lastOfIpv4, int port) {
    return ByteBuffer.allocate(63)
        .put(hex(id))
        .put(new byte[] {127, 0, 0, (byte) lastOfIpv4})
        .put(new byte[16])
        .put((byte) port)
        .put((byte) (port >> 8))
        .put((byte) 1)
        .putLong(1_700_000_000L)
        .array();
  }

  @Test
  void statisticsAreShownUnlessSomethingElseIsAskedFor() {
    ledger.further.put(
        Command.REQUEST_GET_STATS,
        request ->
            reply(request)
                .put(
                    KeyType.STATS,
                    map(
                        "transaction", map("insert_count", new Value.Int(7)),
                        "client", map("total_num", new Value.Int(1)))));

    CommandRun text = run("info");
    CommandRun json = run("info", "--stat", "--json");

    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out().lines())
        .containsExactly("client", "  total_num  1", "transaction", "  insert_count  7");
    assertThat(object(json.out()).getJsonObject("transaction").getInt("insert_count")).isEqualTo(7);
  }

  private static Value map(Object... namesAndValues) {
    Map<Value, Value> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(Value.Bytes.ofText((String) namesAndValues[i]), (Value) namesAndValues[i + 1]);
    }
    return new Value.MapValue(map);
  }

  @Test
  void configurationIsShownAsTheNodeWritesIt() {
    ledger.further.put(
        Command.REQUEST_GET_CONFIG,
        request ->
            reply(request).put(KeyType.BBC_CONFIGURATION, "{\n  \"workingdir\": \"\u001b[2J\"\n}"));

    assertThat(run("info", "--getconfig").out().lines())
        .containsExactly("{", "  \"workingdir\": \"?[2J\"", "}");
  }

  @Test
  void configurationThatIsNoJsonIsAFailure() {
    ledger.further.put(
        Command.REQUEST_GET_CONFIG,
        request -> reply(request).put(KeyType.BBC_CONFIGURATION, "no JSON"));

    CommandRun run = run("info", "--config", "--json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no JSON object");
  }

  @Test
  void nodeIdAndUsersAreThoseOfEachDomain() {
    ledger.further.put(
        Command.REQUEST_GET_USERS,
        request -> reply(request).put(KeyType.USER_LIST, concat(new byte[] {0, 1}, hex(USER))));

    JsonObject users = object(run("info", "-u", "--json").out());
    CommandRun text = run("info", "--userlist", "-d", DOMAIN);

    assertThat(users.getJsonArray(DOMAIN).getString(0)).isEqualTo(USER);
    assertThat(text.out().lines()).containsExactly(DOMAIN, "  " + USER);
    assertThat(object(run("info", "-n", "--json").out()).getString(DOMAIN))
        .isEqualTo("00".repeat(32));
  }

  @Test
  void listsOfListsAreShownUnderTheirNames() {
    byte[] list = concat(new byte[] {0, 1}, hex(USER), new byte[] {0, 2}, hex(NODE), hex(PEER));
    ledger.further.put(
        Command.REQUEST_GET_FORWARDING_LIST,
        request -> reply(request).put(KeyType.FORWARDING_LIST, list));
    ledger.further.put(
        Command.REQUEST_GET_NOTIFICATION_LIST,
        request -> reply(request).put(KeyType.NOTIFICATION_LIST, list));

    assertThat(run("info", "--forwarding").out().lines())
        .containsExactly(DOMAIN, "  " + USER, "    " + NODE, "    " + PEER);
    assertThat(
            object(run("info", "--notifications", "--json").out())
                .getJsonObject(DOMAIN)
                .getJsonArray(USER))
        .hasSize(2);
  }

  @Test
  void neighboursBeginWithTheNodeItself() {
    neighbours(entry(NODE, 1, 6641), entry(PEER, 2, 16643));

    CommandRun text = run("info", "-l");
    JsonArray json = object(run("info", "-l", "--json").out()).getJsonArray(DOMAIN);

    assertThat(text.out().lines())
        .containsExactly(
            "domain " + DOMAIN,
            "  *myself*  12121212  127.0.0.1  -  6641  domain0",
            "            34343434  127.0.0.2  -  16643  domain0");
    assertThat(json.getJsonObject(0).getBoolean("myself")).isTrue();
    assertThat(json.getJsonObject(1).getString("nodeId")).isEqualTo(PEER);
    assertThat(json.getJsonObject(1).getInt("port")).isEqualTo(16643);
  }

  @Test
  void twoTopicsAtOnceAreWrongUsage() {
    assertThat(run("info", "-u", "-l").exitCode()).isEqualTo(2);
  }

  @Test
  void refusedCommandNamesTheKeyItNeeds() {
    ledger.further.put(
        Command.REQUEST_GET_STATS,
        request ->
            LedgerInMemory.error(
                request, StatusCode.EUNAUTHORIZED_COMMAND, Reasons.ILLEGAL_ACCESS));

    CommandRun run = run("info");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Illegal access to core node", "node_key.pem");
  }

  @Test
  void silentNodeIsGivenUpAfterTheTimeLimit() throws Exception {
    try (ScriptedNode silent = new ScriptedNode(ScriptedNode.Peer::receive)) {
      CommandRun run = CommandRun.of("info", "--port", silent.port(), "--timeout", 1);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("bbc1: ");
    }
  }

  @Test
  void addressOptionsOfTheReferenceNameTheNode() {
    assertThat(run("domain", "list", "-4", "127.0.0.1").out().strip()).isEqualTo(DOMAIN);
    assertThat(run("domain", "list", "-4", "192.0.2.1", "-6", "::ffff:127.0.0.1").exitCode())
        .isZero();
    assertThat(CommandRun.of("domain", "list", "-p", 70_000).err()).contains("no port: 70000");
  }

  @Test
  void domainIsSetUpListedAndNotSetUpTwice() {
    String other = "ef".repeat(32);

    assertThat(run("domain", "setup", other).out().strip()).isEqualTo("Result: success");
    CommandRun again = run("domain", "setup", "-d", other);
    CommandRun json = run("domain", "setup", other, "--json");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.out().strip()).isEqualTo("Result: Already exists");
    assertThat(object(json.out()).getBoolean("done")).isFalse();
    assertThat(object(json.out()).getString("reason")).isEqualTo("Already exists");
    assertThat(run("domain", "list").out().lines()).containsExactlyInAnyOrder(DOMAIN, other);
    assertThat(run("domain", "list", "--json").out()).contains(other);
  }

  @Test
  void configurationOfANewDomainMustBeAnObject() {
    assertThat(run("domain", "setup", DOMAIN, "--config", "[1]").err()).contains("no JSON object");
    assertThat(run("domain", "setup", DOMAIN, "--config", "{").exitCode()).isEqualTo(2);
    assertThat(run("domain", "setup", "ab".repeat(32), "--config", "{}").exitCode()).isEqualTo(1);
  }

  @Test
  void closedDomainIsReported() {
    ledger.further.put(
        Command.REQUEST_CLOSE_DOMAIN,
        request ->
            ledger.domains.remove(request.id(KeyType.DOMAIN_ID, DomainId::of))
                ? reply(request).put(KeyType.RESULT, true)
                : reply(request)
                    .put(KeyType.RESULT, false)
                    .put(KeyType.REASON, Reasons.NO_SUCH_DOMAIN));

    assertThat(run("domain", "close", DOMAIN).exitCode()).isZero();
    CommandRun again = run("domain", "close", DOMAIN);

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.out().strip()).isEqualTo("Result: No such domain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup", "close"})
  void domainMustBeNamedOnceAndWell(String command) {
    assertThat(run("domain", command).exitCode()).isEqualTo(2);
    assertThat(run("domain", command, DOMAIN, "-d", DOMAIN).exitCode()).isEqualTo(2);
    assertThat(run("domain", command, "abc").exitCode()).isEqualTo(2);
  }

  @Test
  void pingMakesANeighbourInADomainThatIsSetUpIfNeeded() throws Exception {
    String fresh = "ef".repeat(32);
    neighbours(entry(NODE, 1, 6641), entry(PEER, 2, 6641));

    CommandRun run = run("ping", fresh, "127.0.0.2");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("34343434  127.0.0.2");
    assertThat(ledger.domains).contains(DomainId.fromHex(fresh));
    Message ping = ledger.received.poll(10, TimeUnit.SECONDS);
    assertThat(ping.commandNumber()).hasValue(Command.DOMAIN_PING.number());
    assertThat(ping.integer(KeyType.PORT_NUMBER)).isEqualTo(6641);
    assertThat(ping.text(KeyType.IPV4_ADDRESS)).isEqualTo("127.0.0.2");
  }

  @Test
  void nodeThatDoesNotAnswerAPingIsANo() {
    neighbours(entry(NODE, 1, 6641), entry(PEER, 2, 6641));

    CommandRun run = run("ping", DOMAIN, "127.0.0.2", 7000, "--wait", 0);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("127.0.0.2 port 7000 is not a neighbour");
  }

  @ParameterizedTest
  @CsvSource({"localhost,6641", "256.1.1.1,6641", "1.2.3,6641", "127.0.0.1,0", "127.0.0.1,65536"})
  void namesAndImpossibleAddressesAreRefusedBeforeTheNodeIsAsked(String address, int port) {
    CommandRun run = CommandRun.of("ping", DOMAIN, address, port, "--port", 1);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("connect");
  }

  @Test
  void staticNodeIsHandedToTheNode() throws Exception {
    ledger.further.put(
        Command.REQUEST_SET_STATIC_NODE,
        request -> {
          ledger.received.add(request);
          return reply(request).put(KeyType.RESULT, true);
        });

    CommandRun run = run("static-node", DOMAIN, PEER, "2001:db8::1", 16641);

    assertThat(run.out().strip()).isEqualTo("Result: success");
    Value info = ledger.received.poll(10, TimeUnit.SECONDS).get(KeyType.NODE_INFO);
    assertThat(((Value.ListValue) info).items())
        .containsExactly(
            new Value.Bytes(hex(PEER)),
            Value.Bytes.ofText("0.0.0.0"),
            Value.Bytes.ofText("2001:db8::1"),
            new Value.Int(16641));
  }
}
