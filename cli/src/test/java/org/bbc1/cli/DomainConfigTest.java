package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.cli.config.DomainEdit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bbc1 domain config} on files. */
class DomainConfigTest {

  private static final String DOMAIN = "ab".repeat(32);

  @TempDir private Path parent;

  private Path folder;
  private Path file;

  @BeforeEach
  void chooseFolder() {
    folder = parent.resolve("node");
    file = folder.resolve("config.json");
  }

  private CommandRun config(String... arguments) {
    List<Object> all = new ArrayList<>(List.of("domain", "config", "-w", folder));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  private JsonObject written() throws Exception {
    return object(Files.readString(file));
  }

  private JsonObject section() throws Exception {
    return written().getJsonObject("domains").getJsonObject(DOMAIN);
  }

  private static JsonObject object(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void generatedFileHoldsTheDefaultsOfTheNode() throws Exception {
    CommandRun run = config("-t", "generate");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(written().getString("workingdir")).isEqualTo(folder.toString());
    assertThat(written().getJsonObject("client").getInt("port")).isEqualTo(9000);
    assertThat(Files.readString(file)).contains("\n    \"client\": {\n        \"port\": 9000");
    assertThat(object(run.out())).isEqualTo(written());
  }

  @Test
  void shownConfigurationIsNotWritten() {
    assertThat(config("show", "--json").out()).contains("domain_default");
    assertThat(file).doesNotExist();
  }

  @Test
  void newSectionIsACopyOfTheDefaultOne() throws Exception {
    assertThat(config("write", "-d", DOMAIN).exitCode()).isZero();

    assertThat(section()).isEqualTo(written().getJsonObject("domain_default"));
    assertThat(object(config("show", "-d", DOMAIN).out())).isEqualTo(section());
  }

  @Test
  void existingSectionIsReplacedByForceOnlyAndKeepsItsNodeId() throws Exception {
    String nodeId = "cd".repeat(32);
    config("write", "-d", DOMAIN);
    config("write", "-d", DOMAIN, "-k1", "node_id", "-v", "\"" + nodeId + "\"");
    config("write", "-d", DOMAIN, "-k1", "note", "-v", "mine");

    CommandRun refused = config("write", "-d", DOMAIN);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--force");
    assertThat(section().getString("note")).isEqualTo("mine");

    assertThat(config("write", "-d", DOMAIN, "--force").exitCode()).isZero();
    assertThat(section()).doesNotContainKey("note");
    assertThat(section().getString("node_id")).isEqualTo(nodeId);
  }

  @Test
  void keysAreSetAndRemovedOnBothLevels() throws Exception {
    config("write", "-d", DOMAIN);

    config("write", "-d", DOMAIN, "-k1", "use_ledger_subsystem", "-v", "True");
    config("write", "-d", DOMAIN, "-k1", "storage", "-k2", "type", "-v", "external");

    assertThat(section().getBoolean("use_ledger_subsystem")).isTrue();
    assertThat(section().getJsonObject("storage").getString("type")).isEqualTo("external");

    assertThat(config("delete", "-d", DOMAIN, "-k1", "use_ledger_subsystem").exitCode()).isZero();
    assertThat(config("delete", "-d", DOMAIN, "-k1", "storage", "-k2", "type").exitCode()).isZero();
    assertThat(section()).doesNotContainKey("use_ledger_subsystem");
    assertThat(section().getJsonObject("storage")).isEmpty();

    assertThat(config("-t", "delete", "-d", DOMAIN).exitCode()).isZero();
    assertThat(written().getJsonObject("domains")).doesNotContainKey(DOMAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete -d %s",
        "write -d %s -k1 a -v 1",
        "show -d %s",
        "delete -d %s -k1 a",
      })
  void unknownDomainIsANoAndChangesNothing(String arguments) throws Exception {
    config("generate");
    String before = Files.readString(file);

    CommandRun run = config(arguments.formatted("ef".repeat(32)).split(" "));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(file).hasContent(before);
  }

  @Test
  void missingKeysAndValuesThatAreNoObjectAreANo() {
    config("write", "-d", DOMAIN);

    assertThat(config("delete", "-d", DOMAIN, "-k1", "none").err()).contains("no none");
    assertThat(config("delete", "-d", DOMAIN, "-k1", "storage", "-k2", "none").exitCode())
        .isEqualTo(1);
    assertThat(config("write", "-d", DOMAIN, "-k1", "none", "-k2", "b", "-v", "1").exitCode())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rename",
        "write",
        "write -d %s -k2 b -v 1",
        "write -d %s -k1 a",
        "write -d %s -v 1",
        "delete -k1 a",
        "generate -v 1",
        "generate -t write",
        "write -d xyz"
      })
  void incompleteAndContradictingOptionsAreWrongUsage(String arguments) {
    CommandRun run = config(arguments.formatted(DOMAIN).strip().split(" +"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"12,NUMBER", "1.5,NUMBER", "TRUE,TRUE", "false,FALSE", "null,NULL", "plain,STRING"})
  void valuesAreJsonIfTheyCanBe(String text, JsonValue.ValueType type) {
    assertThat(DomainEdit.value(text).getValueType()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2", "1, 2", "1], [2", "{\"a\": 1", "[1] x", "", "tru"})
  void valueThatOnlyBeginsAsJsonIsText(String text) {
    assertThat(DomainEdit.value(text)).isEqualTo(Json.createValue(text));
  }

  @Test
  void fileThatIsNoJsonIsReportedWithItsPlaceAndKept() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(file, "{\n  \"client\": }");

    CommandRun run = config("write", "-d", DOMAIN);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("config.json, line 2");
    assertThat(file).hasContent("{\n  \"client\": }");
  }

  @Test
  void editThatKeepsTheNodeFromStartingIsPointedOut() {
    config("write", "-d", DOMAIN);

    CommandRun run = config("write", "-d", DOMAIN, "-k1", "node_id", "-v", "short");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("will not start").contains("node_id");
  }

  @Test
  void nodeThatRunsOnTheFileIsPointedOut() throws Exception {
    Files.createDirectories(folder);
    try (FileChannel pid =
        FileChannel.open(
            folder.resolve("bbc1.pid"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(pid.lock()).isNotNull();

      assertThat(config("write", "-d", DOMAIN).err()).contains("a node runs");
    }
    assertThat(config("delete", "-d", DOMAIN).err()).isEmpty();
  }
}
