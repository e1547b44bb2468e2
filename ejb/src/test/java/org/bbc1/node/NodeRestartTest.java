package org.bbc1.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.command.NodeKey;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a working folder carries over a restart. */
class NodeRestartTest {

  private static final DomainId SECOND = DomainId.fromHex("02".repeat(32));

  @TempDir Path folder;

  private static Message nodeId(DomainId domain) {
    return Requests.of(Command.REQUEST_GET_NODEID, domain).build();
  }

  @Test
  void domainsTheirNodeIdsAndTransactionsSurvive() {
    Transaction transaction = Samples.note("survivor");
    byte[] before;
    try (TestNode node = TestNode.in(folder).start()) {
      node.ask(Requests.setUp(Requests.DOMAIN));
      node.ask(Requests.setUp(SECOND));
      node.ask(Requests.insert(transaction));
      before = node.ask(nodeId(SECOND)).bytes(KeyType.NODE_ID);
      node.ask(Requests.close(Requests.DOMAIN));
      node.ask(Requests.setUp(Requests.DOMAIN));
    }
    try (TestNode node = TestNode.in(folder).start()) {
      assertThat(node.services().domains().list().stream().map(domain -> domain.id()))
          .containsExactly(SECOND, Requests.DOMAIN);
      assertThat(node.ask(nodeId(SECOND)).bytes(KeyType.NODE_ID)).isEqualTo(before);
      assertThat(node.services().transactions().find(Requests.DOMAIN, transaction.transactionId()))
          .isPresent();
      assertThat(node.services().health().ready()).isTrue();
    }
  }

  @Test
  void closedDomainStaysClosed() {
    try (TestNode node = TestNode.in(folder).start()) {
      node.ask(Requests.setUp(SECOND));
      node.ask(Requests.close(SECOND));
    }
    try (TestNode node = TestNode.in(folder).start()) {
      assertThat(node.services().domains().list()).isEmpty();
    }
  }

  @Test
  void domainOfDomainsStartsOnlyWhenAskedFor() {
    try (TestNode node = TestNode.in(folder).start()) {
      assertThat(node.services().domains().find(DomainId.GLOBAL_0)).isEmpty();
    }
    try (TestNode node = TestNode.in(folder).set("bbc1.domain0", "true").start()) {
      assertThat(node.services().domains().find(DomainId.GLOBAL_0)).isPresent();
    }
  }

  @Test
  void nodeStopsBeingLiveWhenStopped() {
    TestNode node = TestNode.in(folder).start();
    assertThat(node.services().health().started()).isTrue();

    node.close();

    assertThat(node.services().health().live()).isFalse();
    assertThat(node.services().health().ready()).isFalse();
  }

  @Test
  void damagedNodeKeyStopsTheStart() throws IOException {
    Files.writeString(
        folder.resolve(NodeKey.FILE_NAME), "-----BEGIN EC PRIVATE KEY-----\nbroken\n");

    assertThatThrownBy(() -> TestNode.in(folder).withNodeKey().start())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("node_key.pem holds no usable EC private key");
  }

  @Test
  void domainSectionThatCannotBeUsedStopsTheStart() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"domains\": {\"%s\": {\"db\": {\"db_type\": \"oracle\"}}}}".formatted(SECOND.toHex()));

    assertThatThrownBy(() -> TestNode.in(folder).start())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("db.db_type");
  }
}
