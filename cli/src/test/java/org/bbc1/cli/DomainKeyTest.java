package org.bbc1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.ScriptedNode;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bbc1 domain key}. */
@Timeout(60)
class DomainKeyTest {

  private static final String DOMAIN = "ab".repeat(32);

  @TempDir private Path folder;

  private CommandRun generate(Object... further) {
    List<Object> all =
        new ArrayList<>(List.of("domain", "key", "-g", DOMAIN, "-dir", folder.resolve("a/keys")));
    all.addAll(List.of(further));
    return CommandRun.of(all.toArray());
  }

  private Path file() {
    return folder.resolve("a/keys").resolve(DOMAIN + ".pem");
  }

  @Test
  void madeKeyHasTheNameOfItsDomainAndIsReadableByItsOwnerOnly() throws Exception {
    CommandRun run = generate();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    KeyPair keys = KeyPair.fromPem(Files.readString(file()));
    assertThat(keys.curve()).isEqualTo(Curve.P256);
    assertThat(run.out())
        .contains(java.util.HexFormat.of().formatHex(keys.publicKey(true)))
        .doesNotContain("PRIVATE");
  }

  @Test
  void keyIsReplacedByForceOnly() throws Exception {
    generate();
    String before = Files.readString(file());

    assertThat(generate().exitCode()).isEqualTo(2);
    assertThat(file()).hasContent(before);
    assertThat(generate("--force").exitCode()).isZero();
    assertThat(Files.readString(file())).isNotEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void nodeIsToldForWhichDomain() throws Exception {
    LedgerInMemory ledger = new LedgerInMemory();
    try (ScriptedNode node = new ScriptedNode(ledger)) {
      ledger.further.put(
          Command.NOTIFY_DOMAIN_KEY_UPDATE,
          request -> {
            ledger.received.add(request);
            return ScriptedNode.reply(request);
          });

      CommandRun run = CommandRun.of("domain", "key", "-n", "-d", DOMAIN, "-p", node.port());

      assertThat(run.exitCode()).as(run.err()).isZero();
      Message told = ledger.received.poll(10, TimeUnit.SECONDS);
      assertThat(told.id(KeyType.DOMAIN_ID, DomainId::of)).isEqualTo(DomainId.fromHex(DOMAIN));
    }
  }

  @Test
  void nothingToDoIsWrongUsage() {
    assertThat(CommandRun.of("domain", "key", DOMAIN).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("domain", "key", "-g").exitCode()).isEqualTo(2);
  }
}
