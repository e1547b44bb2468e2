package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdAndKeyCommandTest {

  @TempDir private Path folder;

  @Test
  void idOfASeedIsItsDigest() {
    CommandRun run = CommandRun.of("id", "-s", "test-string");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip())
        .isEqualTo("ffe65f1d98fafedea3514adc956c8ada5980c6c5d2552fd61f48401aefd5c00e");
    assertThat(CommandRun.of("id", "-s", "test-string", "--json").out().strip())
        .isEqualTo("{\"id\":\"" + run.out().strip() + "\"}");
  }

  @Test
  void idsWithTimeAndRandomIdsAreNew() {
    String plain = CommandRun.of("id", "-s", "x").out();

    assertThat(CommandRun.of("id", "-s", "x", "-t").out().strip())
        .hasSize(64)
        .isNotEqualTo(plain.strip());
    assertThat(CommandRun.of("id", "-r").out()).isNotEqualTo(CommandRun.of("id", "-r").out());
    assertThat(IdCommand.seconds(Instant.ofEpochSecond(5, 7000))).isEqualTo("5.000007");
  }

  @Test
  void timeIsWrittenInAsciiDigitsWhateverTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(IdCommand.seconds(Instant.ofEpochSecond(5, 7000))).isEqualTo("5.000007");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void contradictingOptionsOfIdAreWrongUsage() {
    assertThat(CommandRun.of("id").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("id", "-s", "x", "-r").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("id", "-r", "-t").exitCode()).isEqualTo(2);
  }

  @Test
  void createdKeyIsReadableByItsOwnerOnly() throws Exception {
    Path file = folder.resolve("key.pem");

    CommandRun run = CommandRun.of("key", "create", file);

    assertThat(run.exitCode()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyPair.fromPem(Files.readString(file)).curve()).isEqualTo(Curve.P256);
    assertThat(run.out()).doesNotContain("PRIVATE");
  }

  @Test
  void existingKeyIsNeverOverwritten() throws Exception {
    Path file = folder.resolve("key.pem");
    CommandRun.of("key", "create", file);
    String before = Files.readString(file);

    CommandRun run = CommandRun.of("key", "create", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("exists");
    assertThat(file).hasContent(before);
  }

  @Test
  void shownKeyIsThePublicPart() throws Exception {
    Path file = folder.resolve("key.pem");
    CommandRun.of("key", "create", "--curve", "secp256k1", file);
    KeyPair keys = KeyPair.fromPem(Files.readString(file));

    CommandRun json = CommandRun.of("key", "show", "--json", file);
    CommandRun pem = CommandRun.of("key", "show", "--pem", file);

    assertThat(Json.createReader(new StringReader(json.out())).readObject().getString("curve"))
        .isEqualTo("secp256k1");
    assertThat(json.out()).contains(java.util.HexFormat.of().formatHex(keys.publicKey(true)));
    assertThat(pem.out().strip()).isEqualTo(keys.publicKeyPem().strip());
  }

  @Test
  void unusableTargetsAndCurvesAreRefused() {
    assertThat(CommandRun.of("key", "create", folder.resolve("missing/key.pem")).exitCode())
        .isEqualTo(2);
    assertThat(CommandRun.of("key", "create", "--curve", "P-521", folder.resolve("k")).exitCode())
        .isEqualTo(2);
    assertThat(CommandRun.of("key", "show", folder.resolve("missing")).exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "file",
        "file put",
        "file get",
        "file verify",
        "file list",
        "file send",
        "file wait",
        "info",
        "ping",
        "domain",
        "domain setup",
        "domain close",
        "domain list",
        "domain config",
        "domain key",
        "static-node",
        "ledger",
        "ledger register",
        "ledger verify",
        "ledger enable",
        "ledger disable",
        "ledger import",
        "generate-completion",
        "id",
        "key",
        "key create",
        "key show",
        "demo"
      })
  void everyCommandHasHelp(String command) {
    String[] arguments = (command + " --help").strip().split(" ");

    CommandRun run = CommandRun.of((Object[]) arguments);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: bbc1 " + command).contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file", "key", "nonsense", "file put", "id --nonsense"})
  void wrongUsageIsCode2(String command) {
    CommandRun run = CommandRun.of((Object[]) command.strip().split(" +"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isNotEmpty();
  }
}
