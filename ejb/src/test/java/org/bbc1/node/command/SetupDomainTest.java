package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.node.stats.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SETUP_DOMAIN (client-protocol 10.1). */
class SetupDomainTest extends NodeTestBase {

  private static final DomainId FRESH = DomainId.fromHex("f0".repeat(32));

  private boolean runs(DomainId domain) {
    return node.services().domains().find(domain).isPresent();
  }

  private String configFile() throws IOException {
    return Files.readString(folder.resolve("config.json"));
  }

  @Test
  void setsUpAndStoresTheDomain() throws IOException {
    Message reply = node.ask(Requests.setUp(FRESH));

    Replies.assertSuccess(reply);
    Replies.assertDirect(reply);
    assertThat(reply.optBool(KeyType.RESULT)).contains(true);
    assertThat(reply.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(FRESH);
    assertThat(reply.commandNumber()).hasValue(1);
    assertThat(runs(FRESH)).isTrue();
    assertThat(configFile()).contains(FRESH.toHex());
    assertThat(node.services().statistics().get(Counter.NETWORK_NUM_DOMAINS)).isEqualTo(2);
  }

  @Test
  void secondSetUpChangesNothingAndHasStatusZero() throws IOException {
    node.ask(Requests.setUp(FRESH));
    String before = configFile();

    Message reply = node.ask(Requests.setUp(FRESH, "{\"note\": 1}"));

    Replies.assertFailure(reply, 0, "Already exists");
    assertThat(reply.optBool(KeyType.RESULT)).contains(false);
    assertThat(configFile()).isEqualTo(before);
  }

  @Test
  void configurationIsLaidOverTheSection() throws IOException {
    node.ask(Requests.setUp(FRESH, "{\"storage\": {\"type\": \"external\"}, \"note\": \"mine\"}"));

    assertThat(node.services().domains().require(FRESH).section().storesAssetFiles()).isFalse();
    assertThat(configFile()).contains("\"note\": \"mine\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[1, 2]",
        "{\"storage\": {\"type\": \"cloud\"}}",
        "{\"db\": {\"db_type\": \"oracle\"}}",
        "{\"storage\": {\"type\": \"internal\", \"root\": \"/tmp/elsewhere\"}}",
        "{\"db\": {\"db_type\": \"mysql\", \"db_servers\": [{\"db_addr\": \"10.0.0.1\"}]}}",
        "{\"a\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
      })
  void refusedConfigurationLeavesNoTrace(String configuration) throws IOException {
    Message reply = node.ask(Requests.setUp(FRESH, configuration));

    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-1);
    assertThat(reply.text(KeyType.REASON)).isNotBlank().hasSizeLessThan(80);
    assertThat(reply.has(KeyType.RESULT)).isFalse();
    assertThat(runs(FRESH)).isFalse();
    assertThat(configFile()).doesNotContain(FRESH.toHex());
    Replies.assertSuccess(node.ask(Requests.setUp(FRESH)));
  }

  @Test
  void nilMissingOrShortDomainIsMalformed() {
    Message request = Requests.setUp(FRESH);
    Replies.assertLacksParameters(node.ask(request.toBuilder().putNil(KeyType.DOMAIN_ID).build()));
    Replies.assertLacksParameters(node.ask(request.toBuilder().remove(KeyType.DOMAIN_ID).build()));
    Replies.assertLacksParameters(
        node.ask(request.toBuilder().put(KeyType.DOMAIN_ID, new byte[16]).build()));
    Replies.assertLacksParameters(
        node.ask(request.toBuilder().put(KeyType.BBC_CONFIGURATION, 5).build()));
  }

  @Test
  void domainOfDomainsCanBeSetUp() {
    Replies.assertSuccess(node.ask(Requests.setUp(DomainId.GLOBAL_0)));
  }

  @Test
  void fullDiskLeavesNoTrace() throws IOException {
    Path config = folder.resolve("config.json");
    Files.delete(config);
    Files.createDirectories(config.resolve("in-the-way"));

    Message reply = node.ask(Requests.setUp(FRESH));

    assertThat(reply.integer(KeyType.STATUS)).isEqualTo(-1);
    assertThat(runs(FRESH)).isFalse();
  }

  @Test
  void signedRequestMayChooseStorageAndDatabase(@TempDir Path other, @TempDir Path root)
      throws IOException {
    try (TestNode guarded = TestNode.in(other).withNodeKey().start()) {
      KeyPair key = KeyPair.fromPem(Files.readString(other.resolve(NodeKey.FILE_NAME)));
      Message unsigned = guarded.ask(Requests.setUp(FRESH));
      Replies.assertFailure(unsigned, -3, "Illegal access to core node");

      Message fields =
          Requests.adminFields()
              .put(KeyType.DOMAIN_ID, FRESH)
              .put(KeyType.BBC_CONFIGURATION, "{\"storage\": {\"root\": \"" + root + "\"}}")
              .build();
      Message reply =
          guarded.ask(
              AdminSignature.attach(
                  Requests.of(Command.REQUEST_SETUP_DOMAIN, null).build(), key, fields));

      Replies.assertSuccess(reply);
      assertThat(reply.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(FRESH);
      assertThat(guarded.services().domains().require(FRESH).section().storageRoot())
          .contains(root);
    }
  }
}
