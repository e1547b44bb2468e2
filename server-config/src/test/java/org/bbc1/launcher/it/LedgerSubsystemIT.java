package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bbc1.client.BbcClient;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the ledger subsystem against a node that is killed in between: what was answered
 * with success survives, and the proof outlives the node.
 */
class LedgerSubsystemIT {

  private static final DomainId DOMAIN = SignedFiles.DOMAIN;
  private static final String FIRST = "a1".repeat(32);
  private static final String SECOND = "b2".repeat(32);
  private static final Duration ANCHORED_WITHIN = Duration.ofSeconds(60);

  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void configureATreeOfTwo() throws Exception {
    folder = Files.createDirectory(parent.resolve("node"));
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"domains": {"%s": {
          "use_ledger_subsystem": true,
          "ledger_subsystem": {"subsystem": "signed_tree_head", "max_transactions": 2}}}}
        """
            .formatted(DOMAIN.toHex()));
  }

  @Test
  void registeredDigestsSurviveKillsAndAreProvedWithoutTheNode() throws Exception {
    try (PackedNode node = PackedNode.start(folder, Map.of())) {
      assertThat(ledger(node, "register", FIRST, "--domain", DOMAIN).err())
          .contains("Ledger_subsystem is not activated");
      assertSuccess(ledger(node, "enable", DOMAIN, "--node-key", nodeKey()));
      assertSuccess(ledger(node, "register", FIRST, "--domain", DOMAIN));
      node.kill();
    }
    Path proof = parent.resolve("proof.json");
    try (PackedNode node = PackedNode.start(folder, Map.of())) {
      PackedCommand pending = ledger(node, "verify", FIRST, "--domain", DOMAIN);
      assertThat(pending.exitCode()).as(pending.err()).isEqualTo(1);
      assertThat(pending.out()).contains("state        pending");
      assertSuccess(ledger(node, "register", SECOND, "--domain", DOMAIN));
      node.kill();
    }
    try (PackedNode node = PackedNode.start(folder, Map.of())) {
      awaitAnchored(node);
      Files.writeString(
          proof,
          assertSuccess(
                  ledger(
                      node, "verify", FIRST, "--domain", DOMAIN, "--json", "--public-key", key()))
              .out());
    }

    assertSuccess(command("ledger", "verify", "--proof", proof, "--public-key", key()));
    Files.writeString(proof, Files.readString(proof).replace(FIRST, SECOND));
    PackedCommand forged = command("ledger", "verify", "--proof", proof, "--public-key", key());
    assertThat(forged.exitCode()).as(forged.err()).isEqualTo(1);
    assertThat(folder.resolve("tree_heads").resolve(DOMAIN.toHex() + ".txt"))
        .content()
        .containsOnlyOnce("\ntree ");
  }

  private static void awaitAnchored(PackedNode node) {
    try (BbcClient client = node.client()) {
      client.register(DOMAIN, new SignedFiles(1).user());
      Awaitility.await()
          .atMost(ANCHORED_WITHIN)
          .until(
              () ->
                  client
                      .ledger()
                      .verifyInLedgerSubsystem(TransactionId.fromHex(FIRST))
                      .isAnchored());
    }
  }

  private Path nodeKey() {
    return folder.resolve("node_key.pem");
  }

  private Path key() throws Exception {
    return Files.writeString(
        parent.resolve("node_public.pem"),
        KeyPair.fromPem(Files.readString(nodeKey())).publicKeyPem());
  }

  private PackedCommand ledger(PackedNode node, String name, Object... arguments) throws Exception {
    Object[] all = new Object[arguments.length + 4];
    all[0] = "ledger";
    all[1] = name;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    all[arguments.length + 2] = "--port";
    all[arguments.length + 3] = node.clientPort();
    return command(all);
  }

  private PackedCommand command(Object... arguments) throws Exception {
    return PackedCommand.run(parent, arguments);
  }

  private static PackedCommand assertSuccess(PackedCommand run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run;
  }
}
