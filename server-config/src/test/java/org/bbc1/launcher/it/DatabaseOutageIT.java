package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bbc1.launcher.it.SignedFiles.DOMAIN;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ErrorReplyException;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIT {
  @TempDir Path parent;

  @Test
  void nodeSaysSoWhileItsDatabaseIsAwayAndGoesOnWhenItReturns() throws Exception {
    SignedFiles files = new SignedFiles(7);
    Transaction before = files.next();
    Transaction during = files.next();
    Transaction after = files.next();
    try (TestDatabase database = new TestDatabase(parent.resolve("postgres"));
        PackedNode node = PackedNode.start(parent.resolve("node"), database.environment());
        BbcClient client = node.administrator()) {
      client.setUpDomain(DOMAIN);
      client.register(DOMAIN, files.user());
      client.insert(before);
      assertThat(node.readiness()).isEqualTo(200);

      database.stop();
      assertThatThrownBy(() -> client.insert(during)).isInstanceOf(ErrorReplyException.class);
      assertThat(post(node, during).statusCode()).isEqualTo(503);
      await().atMost(Duration.ofSeconds(30)).until(() -> node.readiness() == 503);
      assertThat(node.get("/health/live").statusCode()).isEqualTo(200);

      database.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> node.readiness() == 200);
      assertThat(client.insert(after)).isEqualTo(after.transactionId());
      assertThat(client.search(before.transactionId()).transactions()).hasSize(1);
      assertThat(client.search(during.transactionId()).isEmpty()).isTrue();
    }
  }

  private static HttpResponse<String> post(PackedNode node, Transaction transaction)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(node.uri("/api/v1/domains/" + DOMAIN + "/transactions"))
                .header("Authorization", "Bearer " + node.token())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(transaction.serialize()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
