package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bbc1.client.BbcClient;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.SocketNode;
import org.bbc1.node.TestNode;
import org.bbc1.wire.WireClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running node with one domain, a hostile client, and another client that must be served whatever
 * the hostile one does. One node serves all tests of a class, so that what one of them leaves
 * behind meets the next.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileTestBase {

  static final UserId BYSTANDER = UserId.fromHex("b5".repeat(32));

  SocketNode node;
  WireClient hostile;
  private BbcClient bystander;

  @BeforeAll
  void start(@TempDir Path folder) {
    prepare(folder);
    node = new SocketNode(setup(TestNode.in(folder)), connectorSettings());
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @BeforeEach
  void connect() {
    setUpDomain();
    bystander = node.connect();
    bystander.register(Requests.DOMAIN, BYSTANDER);
    hostile = WireClient.connect(node.tcpPort());
  }

  @AfterEach
  void disconnect() {
    hostile.close();
    bystander.close();
  }

  void prepare(Path folder) {}

  TestNode.Setup setup(TestNode.Setup setup) {
    return setup;
  }

  Map<String, String> connectorSettings() {
    return Map.of();
  }

  void setUpDomain() {
    try (BbcClient client = node.connect()) {
      client.setUpDomain(Requests.DOMAIN);
    }
  }

  /** The other client is served. */
  void assertOthersServed() {
    assertThat(bystander.nodeId(Requests.DOMAIN)).isNotNull();
  }

  /** What was sent got no answer, and the connection and the other client are served. */
  void assertIgnored() {
    Message reply = hostile.ask(probe());
    assertThat(reply.commandNumber()).hasValue(Command.RESPONSE_GET_NODEID.number());
    assertThat(reply.integer(KeyType.STATUS)).isZero();
    assertOthersServed();
  }

  /** The connection was closed without an answer, and the other client is served. */
  void assertClosed() {
    assertThat(hostile.isClosedByNode()).isTrue();
    assertOthersServed();
  }

  /** A request that gets an answer in any case, after those of all earlier ones. */
  static Message probe() {
    return Requests.of(Command.REQUEST_GET_NODEID).build();
  }
}
