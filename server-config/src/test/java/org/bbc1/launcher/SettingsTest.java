package org.bbc1.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsTest {
  @TempDir Path folder;

  private final Map<String, String> given = new HashMap<>();

  @Test
  void withoutOptionsEverythingListensOnLoopbackAtTheUsualPorts() throws Exception {
    Settings settings = resolve();

    assertThat(settings.clientAddress()).isEqualTo("127.0.0.1");
    assertThat(settings.clientPort()).isEqualTo(9000);
    assertThat(settings.httpAddress()).isEqualTo("127.0.0.1");
    assertThat(settings.httpPort()).isEqualTo(8080);
  }

  @Test
  void optionNotGivenDoesNotOverrideTheConfigurationFile() throws Exception {
    Files.writeString(folder.resolve("config.json"), "{\"client\": {\"port\": 9123}}");

    assertThat(resolve().clientPort()).isEqualTo(9123);
    assertThat(resolve("--coreport", "9200").clientPort()).isEqualTo(9200);
    assertThat(resolve().properties()).doesNotContainKeys("bbc1.use-node-key", "bbc1.p2p.port");
  }

  @Test
  void optionWinsOverPropertyAndPropertyOverFile() throws Exception {
    Files.writeString(folder.resolve("config.json"), "{\"client\": {\"port\": 9123}}");
    given.put("bbc1.client.port", "9300");

    assertThat(resolve().clientPort()).isEqualTo(9300);
    assertThat(resolve("-cp", "0").clientPort()).isZero();
  }

  @Test
  void freePortThatWasFoundIsMarkedSoThatTheNodeDoesNotKeepIt() throws Exception {
    assertThat(resolve("-cp", "0").withPorts(40_001, 8080).properties())
        .containsEntry("bbc1.client.port", "40001")
        .containsEntry("bbc1.client.free-port", "true");
    assertThat(resolve("-cp", "9200").withPorts(9200, 8080).properties())
        .containsEntry("bbc1.client.free-port", "false");
  }

  @Test
  void portOfTheFileThatIsNoneIsAStartFailure() throws Exception {
    assertNoPort("70000");
    assertNoPort("-1");
    assertNoPort("99999999999");
  }

  private void assertNoPort(String port) throws Exception {
    Files.writeString(folder.resolve("config.json"), "{\"client\": {\"port\": " + port + "}}");

    assertThatThrownBy(this::resolve)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("config.json");
  }

  @Test
  void noNodeKeyWinsOverNodeKey() throws Exception {
    assertThat(resolve("--nodekey").properties()).containsEntry("bbc1.use-node-key", "true");
    assertThat(resolve("--nodekey", "--no_nodekey").properties())
        .containsEntry("bbc1.use-node-key", "false");
  }

  @Test
  void portOfTheDefaultConfigurationWinsOverThatOfTheFile() throws Exception {
    Files.writeString(folder.resolve("config.json"), "{\"client\": {\"port\": 9123}}");
    Path defaults = folder.resolve("default.json");
    Files.writeString(defaults, "{\"client\": {\"port\": 9124}}");

    assertThat(resolve("--default_config", defaults.toString()).clientPort()).isEqualTo(9124);
    Files.writeString(defaults, "{\"search_config\": {}}");
    assertThat(resolve("--default_config", defaults.toString()).clientPort()).isEqualTo(9123);
  }

  @Test
  void optionsOfTheReferenceBecomeSettings() throws Exception {
    assertThat(
            resolve("--ledgersubsystem", "--ip4addr", "192.0.2.1", "--ip6addr", "2001:db8::1")
                .properties())
        .containsEntry("bbc1.ledger-subsystem", "true")
        .containsEntry("bbc1.ip4addr", "192.0.2.1")
        .containsEntry("bbc1.ip6addr", "2001:db8::1");
    assertThat(resolve("--default_config", "defaults.json").properties().get("bbc1.default-config"))
        .isEqualTo(Path.of("defaults.json").toAbsolutePath().toString());
    assertThat(resolve().properties())
        .doesNotContainKeys(
            "bbc1.ledger-subsystem", "bbc1.ip4addr", "bbc1.ip6addr", "bbc1.default-config");
  }

  @Test
  void theDatabaseIsAFileInTheWorkingFolderUnlessAnotherIsNamed() throws Exception {
    assertThat(resolve().properties().get("bbc1.db.suburl"))
        .startsWith("h2:file:" + folder + "/bbc1_ledger;");

    given.put("bbc1.db.suburl", "postgresql://127.0.0.1:5432/bbc1");
    assertThat(resolve().properties())
        .doesNotContainKey("bbc1.db.suburl")
        .containsEntry("bbc1.db.class", "org.postgresql.ds.PGSimpleDataSource");

    given.put("bbc1.db.class", "org.postgresql.xa.PGXADataSource");
    assertThat(resolve().properties()).doesNotContainKey("bbc1.db.class");
  }

  @Test
  void pathThatTheDatabaseWouldMisreadIsRefused() {
    assertThatThrownBy(() -> H2Url.subUrl(Path.of("/tmp/a;INIT=x")))
        .isInstanceOf(StartFailure.class);
  }

  @Test
  void numberThatIsNoPortIsAUsageError() {
    given.put("bbc1.http.port", "70000");

    assertThatThrownBy(this::resolve)
        .isInstanceOfSatisfying(
            StartFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void damagedConfigurationFileIsToldWithLineAndColumn() throws Exception {
    Files.writeString(folder.resolve("config.json"), "{\n  \"client\": {port: 90}\n}");

    assertThatThrownBy(this::resolve)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("config.json line 2 column");
  }

  @Test
  void portOfANestedObjectIsNotMistakenForTheClients() throws Exception {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"network\": {\"client\": {\"port\": 1}}, \"client\": {\"x\": {\"port\": 2}, \"port\": 3}}");

    assertThat(resolve().clientPort()).isEqualTo(3);
  }

  @Test
  void environmentVariablesAreFoundAfterSystemProperties() {
    var lookup =
        Settings.environment(
            Map.of("bbc1.http.port", "1"), Map.of("BBC1_HTTP_PORT", "2", "BBC1_DB_USER", "u"));

    assertThat(lookup.apply("bbc1.http.port")).isEqualTo("1");
    assertThat(lookup.apply("bbc1.db.user")).isEqualTo("u");
    assertThat(lookup.apply("bbc1.db.password")).isNull();
  }

  private Settings resolve(String... arguments) throws StartFailure {
    NodeOptions options = new NodeOptions();
    new CommandLine(options).parseArgs(arguments);
    return Settings.resolve(options, folder, given::get);
  }
}
