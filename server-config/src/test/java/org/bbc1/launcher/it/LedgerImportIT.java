package org.bbc1.launcher.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bbc1.client.BbcClient;
import org.bbc1.client.SearchCondition;
import org.bbc1.client.SearchOrder;
import org.bbc1.reference.ReferenceLedger;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bbc1 ledger import} as it is delivered fills the folder in which the node then starts. */
class LedgerImportIT {

  private static final String NODE = "2e".repeat(32);
  private static final byte[] FILE = "content of the file".getBytes(UTF_8);

  @TempDir Path parent;

  @Test
  void theNodeServesWhatWasImportedUnderTheOldNodeId() throws Exception {
    SignedFiles files = new SignedFiles(4);
    Transaction first = files.withFile(FILE);
    Transaction second = files.next();
    Path source = parent.resolve("reference");
    try (ReferenceLedger reference = ReferenceLedger.create(source, SignedFiles.DOMAIN)) {
      reference.insert(first);
      reference.storeFile(first, FILE);
      reference.insert(second);
    }
    Files.writeString(
        source.resolve("config.json"),
        "{\"domains\": {\"%s\": {\"node_id\": \"%s\"}}}".formatted(SignedFiles.DOMAIN, NODE));
    Path folder = parent.resolve("node");

    assertThat(importInto(folder, source)).isZero();

    try (PackedNode node = PackedNode.start(folder, Map.of());
        BbcClient client = node.client()) {
      client.register(SignedFiles.DOMAIN, files.user());
      assertThat(
              client
                  .search(
                      SearchCondition.ANY.inGroup(SignedFiles.GROUP), SearchOrder.OLDEST_FIRST, 0)
                  .transactions())
          .extracting(Transaction::transactionId)
          .containsExactly(first.transactionId(), second.transactionId());
      assertThat(client.search(first.transactionId()).assetFiles().values()).containsExactly(FILE);
      assertThat(folder.resolve("config.json")).content().contains(NODE);
      assertThat(importInto(folder, source)).as("while the node runs").isEqualTo(2);
    }
  }

  private int importInto(Path folder, Path source) throws Exception {
    return PackedCommand.run(parent, "ledger", "import", source, "--workingdir", folder).exitCode();
  }
}
