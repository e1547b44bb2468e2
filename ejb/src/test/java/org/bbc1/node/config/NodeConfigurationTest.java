package org.bbc1.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigurationTest {

  private static final DomainId DOMAIN = DomainId.fromHex("ab".repeat(32));
  private static final NodeId NODE = NodeId.fromHex("cd".repeat(32));

  @TempDir Path folder;
  private Path file;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void setUp() {
    file = folder.resolve("config.json");
    settings.put("bbc1.workingdir", folder.toString());
  }

  private NodeConfiguration load() {
    return NodeConfiguration.load(
        ProcessConfiguration.read(key -> Optional.ofNullable(settings.get(key))));
  }

  private void write(String json) throws IOException {
    Files.writeString(file, json);
  }

  @Test
  void makesTheFileFromTheDefaultsOfTheReference() throws IOException {
    NodeConfiguration configuration = load();

    assertThat(configuration.clientPort()).isEqualTo(9000);
    assertThat(configuration.p2pPort()).isEqualTo(6641);
    assertThat(configuration.useNodeKey()).isTrue();
    assertThat(configuration.searchLimits()).isEqualTo(new SearchLimits(9_999_999, 30));
    assertThat(configuration.domains()).containsExactly(DomainId.GLOBAL_0);
    assertThat(Files.readString(file))
        .startsWith(
            "{\n    \"workingdir\": \""
                + folder
                + "\",\n    \"client\": {\n        \"port\": 9000,")
        .contains("\"static_nodes\": {}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void mergesMapsDeeplyAndReplacesEverythingElse() throws IOException {
    write(
        """
        {"client": {"port": 9100}, "search_config": {"max_count": 5},
         "domain_default": {"db": {"db_servers": []}, "static_nodes": {}}, "operator": {"name": "x"}}
        """);

    NodeConfiguration configuration = load();

    assertThat(configuration.clientPort()).isEqualTo(9100);
    assertThat(configuration.useNodeKey()).isTrue();
    assertThat(configuration.searchLimits()).isEqualTo(new SearchLimits(5, 30));
    assertThat(configuration.toText(true)).contains("\"db_servers\": []", "\"operator\": {");
  }

  @Test
  void optionsWinOverTheFileAndAreStored() throws IOException {
    write("{\"client\": {\"port\": 9100, \"use_node_key\": true}}");
    settings.put("bbc1.client.port", "9200");
    settings.put("bbc1.use-node-key", "false");

    NodeConfiguration configuration = load();

    assertThat(configuration.clientPort()).isEqualTo(9200);
    assertThat(configuration.useNodeKey()).isFalse();
    assertThat(Files.readString(file)).contains("\"port\": 9200", "\"use_node_key\": false");
  }

  @Test
  void optionThatWasNotGivenDoesNotOverrideTheFile() throws IOException {
    write("{\"client\": {\"port\": 9100}, \"network\": {\"p2p_port\": 7000}}");
    settings.put("bbc1.client.port", "0");

    NodeConfiguration configuration = load();

    assertThat(configuration.clientPort()).isEqualTo(9100);
    assertThat(configuration.p2pPort()).isEqualTo(7000);
  }

  @Test
  void defaultFileThatGivesASectionInPartLeavesTheRestToTheDefaults() throws IOException {
    write("{\"client\": {\"use_node_key\": false}, \"search_config\": {\"max_traverse\": 3}}");
    Path defaults = folder.resolve("default.json");
    Files.writeString(
        defaults, "{\"client\": {\"port\": 9124}, \"search_config\": {\"max_count\": 5}}");
    settings.put("bbc1.default-config", defaults.toString());

    NodeConfiguration configuration = load();

    assertThat(configuration.clientPort()).isEqualTo(9124);
    assertThat(configuration.useNodeKey()).isTrue();
    assertThat(configuration.searchLimits()).isEqualTo(new SearchLimits(5, 30));
  }

  @Test
  void unknownKeysAreNamedAtEveryLevel() {
    JsonObject json =
        JsonMerge.deep(
            Defaults.json(),
            Json.createReader(
                    new StringReader(
                        """
                        {"operator": {"name": "x"}, "client": {"prt": 1}, "network": {"p2p": 1},
                         "domain_key": {"used": true}, "search_config": {"max": 1},
                         "domain_default": {"strage": {}},
                         "domains": {"%s": {"node_id": "", "db": {}, "nodeid": ""}}}
                        """
                            .formatted(DOMAIN.toHex())))
                .readObject());

    assertThat(ConfigurationCheck.unknownKeys(json))
        .containsExactly(
            "client.prt",
            "domain_default.strage",
            "domain_key.used",
            "domains." + DOMAIN.toHex() + ".nodeid",
            "network.p2p",
            "operator",
            "search_config.max");
    assertThat(ConfigurationCheck.unknownKeys(Defaults.json())).isEmpty();
  }

  @Test
  void staticNodesThatCouldNotBeReachedStopTheStart() throws IOException {
    write(
        "{\"domains\": {\"%s\": {\"static_nodes\": {\"%s\": [\"localhost\", \"::\", 6641]}}}}"
            .formatted(DOMAIN.toHex(), NODE.toHex()));

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("static_nodes." + NODE.toHex())
        .hasMessageContaining("Not an IPv4 address");
  }

  @Test
  void defaultFileReplacesTopLevelKeysButNeverDropsDomains() throws IOException {
    write(
        "{\"domains\": {\"%s\": {\"node_id\": \"%s\", \"static_nodes\": {}}}}"
            .formatted(DOMAIN.toHex(), NODE.toHex()));
    Path defaults = folder.resolve("default.json");
    Files.writeString(
        defaults,
        "{\"search_config\": {\"max_count\": 7, \"max_traverse\": 8}, \"domains\": {\"%s\": {\"node_id\": \"%s\"}}}"
            .formatted(DOMAIN.toHex(), "ee".repeat(32)));
    settings.put("bbc1.default-config", defaults.toString());

    NodeConfiguration configuration = load();

    assertThat(configuration.searchLimits()).isEqualTo(new SearchLimits(7, 8));
    assertThat(configuration.domain(DOMAIN).orElseThrow().nodeId()).contains(NODE);
  }

  @Test
  void damagedFileIsRefusedWithLineAndColumn() throws IOException {
    write("{\n  \"client\": {\n    \"port\" 9000\n  }\n}\n");

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file + ", line 3, column ");
    assertThat(Files.readString(file)).startsWith("{\n  \"client\": {\n    \"port\" 9000");
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithLineAndColumn() throws IOException {
    Files.write(file, "{\n \"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(this::load).hasMessage(file + ", line 2, column 8: not UTF-8");
  }

  @Test
  void allFaultsAreReportedTogether() throws IOException {
    write(
        """
        {"client": {"port": "nine", "use_node_key": 1}, "search_config": {"max_count": 0},
         "domains": {"xyz": {}, "%s": {"node_id": "12", "db": {"replication_strategy": "some"}}}}
        """
            .formatted(DOMAIN.toHex()));

    assertThatThrownBy(this::load)
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.faults())
                    .hasSize(6)
                    .anyMatch(fault -> fault.contains("client.port must be an integer"))
                    .anyMatch(fault -> fault.contains("client.use_node_key must be true or false"))
                    .anyMatch(fault -> fault.contains("search_config.max_count"))
                    .anyMatch(fault -> fault.contains("xyz"))
                    .anyMatch(
                        fault -> fault.contains("node_id must be 64 lower-case hexadecimal digits"))
                    .anyMatch(
                        fault ->
                            fault.contains(
                                "replication_strategy must be one of all, external, p2p")));
  }

  @Test
  void unchangedConfigurationIsNotWrittenAgain() throws IOException {
    load();
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, longAgo);

    load().save();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    assertThat(folder.toFile().list()).containsExactly("config.json");
  }

  @Test
  void domainSectionEditedOnDiskCountsAtTheNextLookUp() throws IOException {
    NodeConfiguration configuration = load();
    configuration.putDomain(DOMAIN, configuration.newDomain(DOMAIN).withNodeId(NODE));
    write(Files.readString(file).replace(NODE.toHex(), "99".repeat(32)));

    assertThat(configuration.domain(DOMAIN).orElseThrow().nodeId())
        .contains(NodeId.fromHex("99".repeat(32)));
  }

  @Test
  void removedDomainLosesItsSection() {
    NodeConfiguration configuration = load();
    configuration.putDomain(DOMAIN, configuration.newDomain(DOMAIN).withNodeId(NODE));

    configuration.removeDomain(DOMAIN);

    assertThat(configuration.domain(DOMAIN)).isEmpty();
    assertThat(load().domains()).doesNotContain(DOMAIN);
  }

  @Test
  void failedWriteLeavesTheConfigurationAsItWas() throws IOException {
    NodeConfiguration configuration = load();
    Files.delete(file);
    Files.createDirectories(file.resolve("in-the-way"));

    assertThatThrownBy(() -> configuration.putDomain(DOMAIN, configuration.newDomain(DOMAIN)))
        .isInstanceOf(ConfigurationException.class);

    assertThat(configuration.domains()).doesNotContain(DOMAIN);
  }

  @Test
  void passWordsAreMaskedUnlessAskedFor() throws IOException {
    write("{\"ethereum\": {\"passphrase\": \"open sesame\"}}");
    NodeConfiguration configuration = load();

    assertThat(configuration.toText(false))
        .doesNotContain("open sesame", "\"pass\"")
        .contains("\"passphrase\": \"********\"", "\"db_pass\": \"********\"");
    assertThat(configuration.toText(true)).contains("open sesame");
  }

  @Test
  void overviewShowsNoSecret() {
    settings.put("bbc1.db.suburl", "postgresql://db/bbc1?user=u&password=hidden1&ssl=true");
    settings.put("bbc1.db.user", "bbc1");
    settings.put("bbc1.db.password", "hidden2");
    ProcessConfiguration process =
        ProcessConfiguration.read(key -> Optional.ofNullable(settings.get(key)));

    assertThat(ConfigurationOverview.render(process, load()))
        .contains("database password", "ssl=true")
        .doesNotContain("hidden1", "hidden2");
    assertThat(process.toString()).doesNotContain("hidden2");
  }

  @Test
  void processSettingsAreCheckedTogether() {
    settings.put("bbc1.client.port", "70000");
    settings.put("bbc1.use-node-key", "maybe");

    assertThatThrownBy(this::load)
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.faults()).hasSize(2));
  }
}
