package org.bbc1.node.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainAssetStoreTest {

  private static final DomainId ELSEWHERE = DomainId.fromHex("e1".repeat(32));
  private static final byte[] FILE = Samples.bytes("file");

  @TempDir Path folder;
  @TempDir Path root;

  @Test
  void filesGoToTheStorageRootOfTheirDomain() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"domains\": {\"%s\": {\"storage\": {\"type\": \"internal\", \"root\": \"%s\"}}}}"
            .formatted(ELSEWHERE.toHex(), root));
    Transaction transaction = Samples.withFile("both", FILE);
    AssetId asset = transaction.assetEntries().get(0).assetId();
    String place = Samples.GROUP.toHex() + "/" + asset.toHex();

    try (TestNode node = TestNode.in(folder).start()) {
      node.ask(Requests.setUp(Requests.DOMAIN));
      for (DomainId domain : new DomainId[] {Requests.DOMAIN, ELSEWHERE}) {
        node.services()
            .transactions()
            .insert(domain, transaction.serialize(), Map.of(asset, FILE))
            .toCompletableFuture()
            .join();
      }

      assertThat(folder.resolve(Requests.DOMAIN.toHex()).resolve(place)).hasBinaryContent(FILE);
      assertThat(root.resolve(ELSEWHERE.toHex()).resolve(place)).hasBinaryContent(FILE);
      assertThat(folder.resolve(ELSEWHERE.toHex())).doesNotExist();
      assertThat(
              node.services()
                  .transactions()
                  .find(ELSEWHERE, transaction.transactionId())
                  .orElseThrow()
                  .assetFiles())
          .containsKey(asset);
    }
  }
}
