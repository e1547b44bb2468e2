package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.node.config.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NOTIFY_DOMAIN_KEY_UPDATE and set-up with domain keys in use (client-protocol 10.9). */
class DomainKeyCommandsTest {

  @TempDir Path folder;
  private TestNode node;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"domain_key\": {\"use\": true, \"directory\": \"" + folder.resolve("keys") + "\"}}");
    Files.createDirectory(folder.resolve("keys"));
    node = TestNode.in(folder).start();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Path keyFile(DomainId domain) {
    return folder.resolve("keys").resolve(domain.toHex() + ".pem");
  }

  private void makeKey(DomainId domain) throws IOException {
    try (KeyPair key = KeyPair.generate(Curve.P256)) {
      Files.writeString(keyFile(domain), key.privateKeyPem());
    }
  }

  @Test
  void aDomainWithoutItsKeyIsNotSetUpAndLeavesNothing() throws IOException {
    Message reply = node.ask(Requests.setUp(Requests.DOMAIN));

    Replies.assertFailure(reply, -1, "The domain key cannot be used");
    assertThat(node.services().domains().find(Requests.DOMAIN)).isEmpty();
    assertThat(Files.readString(folder.resolve("config.json")))
        .doesNotContain(Requests.DOMAIN.toHex());

    makeKey(Requests.DOMAIN);
    Replies.assertSuccess(node.ask(Requests.setUp(Requests.DOMAIN)));
  }

  @Test
  void aDomainThatLostItsKeyStopsTheStart() throws IOException {
    makeKey(Requests.DOMAIN);
    node.ask(Requests.setUp(Requests.DOMAIN));
    node.close();
    Files.delete(keyFile(Requests.DOMAIN));

    assertThatThrownBy(() -> TestNode.in(folder).start())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(keyFile(Requests.DOMAIN).toString());

    makeKey(Requests.DOMAIN);
    node = TestNode.in(folder).start();
  }

  @Test
  void anUpdateIsNeverAnswered() throws IOException {
    makeKey(Requests.DOMAIN);
    node.ask(Requests.setUp(Requests.DOMAIN));

    for (DomainId domain :
        new DomainId[] {Requests.DOMAIN, null, DomainId.fromHex("0f".repeat(32))}) {
      node.tellSilently(Requests.of(Command.NOTIFY_DOMAIN_KEY_UPDATE, domain).build());
    }
  }

  @Test
  void aPingIsNeverAnswered() throws IOException {
    makeKey(Requests.DOMAIN);
    node.ask(Requests.setUp(Requests.DOMAIN));
    Message.Builder ping = Requests.of(Command.DOMAIN_PING).remove(KeyType.QUERY_ID);

    node.tellSilently(ping.build());
    node.tellSilently(ping.put(KeyType.PORT_NUMBER, 6641).build());
    node.tellSilently(ping.put(KeyType.IPV4_ADDRESS, "localhost").build());
    node.tellSilently(ping.put(KeyType.IPV4_ADDRESS, "127.0.0.1").build());
    node.tellSilently(ping.put(KeyType.PORT_NUMBER, 65_536).build());
    node.tellSilently(ping.put(KeyType.PORT_NUMBER, "6641").build());
    node.tellSilently(ping.put(KeyType.DOMAIN_ID, new byte[32]).build());
  }
}
