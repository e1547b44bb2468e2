package org.bbc1.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainSectionTest {

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static DomainSection section(String text) {
    return DomainSection.of("domain", json(text));
  }

  @Test
  void incompleteDatabasePartIsCompleted() {
    assertThat(section("{\"db\": {\"db_type\": \"mysql\"}}").json().getJsonObject("db").keySet())
        .containsExactlyInAnyOrder("db_type", "db_name", "replication_strategy", "db_servers");
  }

  @Test
  void nodesLearntByTheReferenceAreTakenOver() {
    String node = "aa".repeat(32);
    assertThat(section("{\"static_node\": {\"" + node + "\": [\"10.0.0.1\", \"\", 6641]}}").json())
        .containsEntry("static_nodes", json("{\"" + node + "\": [\"10.0.0.1\", \"\", 6641]}"));
  }

  @Test
  void emptyNodeIdCountsAsAbsent() {
    assertThat(section("{\"node_id\": \"\"}").nodeId()).isEmpty();
  }

  @Test
  void relativeStorageRootIsIgnored() {
    assertThat(section("{\"storage\": {\"root\": \"data\"}}").storageRoot()).isEmpty();
    assertThat(section("{\"storage\": {\"root\": \"/srv/bbc1\"}}").storageRoot())
        .contains(Path.of("/srv/bbc1"));
  }

  @Test
  void overlayReplacesTopLevelKeysAsAWhole() {
    DomainSection base =
        section("{\"storage\": {\"type\": \"internal\", \"root\": \"/srv\"}, \"note\": 1}");

    DomainSection overlaid =
        base.overlaid("overlay", json("{\"storage\": {\"type\": \"external\"}, \"extra\": true}"));

    assertThat(overlaid.storesAssetFiles()).isFalse();
    assertThat(overlaid.storageRoot()).isEmpty();
    assertThat(overlaid.json().keySet()).contains("note", "extra");
  }

  @Test
  void spellingOutTheDefaultDatabaseIsNoOtherStorage() {
    DomainSection base = section("{}");
    assertThat(base.overlaid("o", json("{\"db\": {\"db_type\": \"sqlite\"}}")).sameStorageAs(base))
        .isTrue();
    assertThat(base.overlaid("o", json("{\"db\": {\"db_type\": \"mysql\"}}")).sameStorageAs(base))
        .isFalse();
    assertThat(
            base.overlaid("o", json("{\"storage\": {\"root\": \"/tmp/x\"}}")).sameStorageAs(base))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"node_id\": \"abc\"}",
        "{\"node_id\": 5}",
        "{\"storage\": []}",
        "{\"storage\": {\"type\": \"cloud\"}}",
        "{\"storage\": {\"root\": 7}}",
        "{\"storage\": {\"root\": \"/a\\u0000b\"}}",
        "{\"db\": {\"db_type\": \"oracle\"}}",
        "{\"db\": {\"db_servers\": [{}, {}]}}",
        "{\"db\": {\"db_servers\": [1]}}",
        "{\"static_nodes\": {\"aa\": [\"1.2.3.4\", \"\", 1]}}",
        "{\"static_nodes\": {\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\": [\"\", \"\", 1e99]}}",
        "{\"use_ledger_subsystem\": \"yes\"}"
      })
  void valuesThatCannotBeUsedAreRefused(String text) {
    assertThatThrownBy(() -> section(text)).isInstanceOf(ConfigurationException.class);
  }
}
