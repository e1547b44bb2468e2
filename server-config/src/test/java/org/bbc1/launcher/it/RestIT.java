package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.launcher.it.SignedFiles.DOMAIN;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.bbc1.client.BbcClient;
import org.bbc1.id.DomainId;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP door of the packed node, from outside. */
class RestIT {
  private static final String TRANSACTIONS = "/api/v1/domains/" + DOMAIN + "/transactions";
  private static final int LIMIT = 16 << 20;

  @TempDir static Path parent;

  private static PackedNode node;
  private static final SignedFiles FILES = new SignedFiles(2);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void startNode() throws Exception {
    node = PackedNode.start(parent.resolve("node"), Map.of());
    try (BbcClient administrator = node.administrator()) {
      administrator.setUpDomain(DOMAIN);
    }
  }

  @AfterAll
  static void stopNode() throws Exception {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void runningNodeIsHealthy(String check) throws Exception {
    HttpResponse<String> health = node.get("/health/" + check);

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"status\":\"UP\"").contains("bbc1-node-" + check);
  }

  @Test
  void tokenIsForTheOwnerOnly() throws Exception {
    Path file = node.folder().resolve("api_token");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PackedNode.log(node.folder())).doesNotContain(node.token());
  }

  @Test
  void insertedTransactionIsReadBackByItsAddress() throws Exception {
    Transaction transaction = FILES.next();

    HttpResponse<byte[]> created = post(transaction.serialize());

    assertThat(created.statusCode()).isEqualTo(201);
    String location = created.headers().firstValue("Location").orElseThrow();
    assertThat(location).endsWith(TRANSACTIONS + "/" + transaction.transactionId().toHex());
    assertThat(text(created)).contains("\"transactionId\":\"" + transaction.transactionId() + "\"");

    HttpResponse<byte[]> found = get(address(transaction));
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).isEqualTo(transaction.serialize());
    assertThat(found.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(found.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=31536000")
        .contains("immutable");
  }

  @Test
  void readerThatHasItAlreadyIsToldSoWithoutTheBytes() throws Exception {
    Transaction transaction = FILES.next();
    post(transaction.serialize());
    String tag = get(address(transaction)).headers().firstValue("ETag").orElseThrow();
    assertThat(tag).startsWith("\"");

    HttpResponse<byte[]> unchanged =
        send(HttpRequest.newBuilder(node.uri(address(transaction))).header("If-None-Match", tag));

    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
  }

  @Test
  void secondInsertIsAConflictThatPointsToTheFirst() throws Exception {
    Transaction transaction = FILES.next();
    post(transaction.serialize());

    HttpResponse<byte[]> again = post(transaction.serialize());

    assertProblem(again, 409, "urn:bbc1:problem:transaction-exists");
    assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith(address(transaction));
  }

  @Test
  void clientOfTheSocketFindsWhatCameInOverHttp() throws Exception {
    Transaction transaction = FILES.next();
    post(transaction.serialize());

    try (BbcClient client = node.client()) {
      client.register(DOMAIN, FILES.user());
      assertThat(client.search(transaction.transactionId()).transactions()).hasSize(1);
    }
  }

  @Test
  void withoutTheTokenNothingIsWritten() throws Exception {
    Transaction transaction = FILES.next();
    for (String authorization : new String[] {null, "Bearer wrong", "Basic " + node.token()}) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(node.uri(TRANSACTIONS))
              .header("Content-Type", "application/octet-stream")
              .POST(BodyPublishers.ofByteArray(transaction.serialize()));
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      HttpResponse<byte[]> refused = send(request);

      assertProblem(refused, 401, "urn:bbc1:problem:unauthorized");
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
          .startsWith("Bearer");
    }
    assertThat(get(address(transaction)).statusCode()).isEqualTo(404);
  }

  @Test
  void damagedTransactionIsRefusedAndNotStored() throws Exception {
    byte[] wire = FILES.next().serialize();
    byte[] badSignature = wire.clone();
    badSignature[wire.length - 1] ^= 1;

    assertProblem(post(new byte[0]), 400, "urn:bbc1:problem:bad-transaction");
    assertProblem(post(new byte[] {1, 2, 3}), 400, "urn:bbc1:problem:bad-transaction");
    assertProblem(
        post(Arrays.copyOf(wire, wire.length - 1)), 400, "urn:bbc1:problem:bad-transaction");
    assertProblem(
        post(Arrays.copyOf(wire, wire.length + 1)), 400, "urn:bbc1:problem:bad-transaction");
    assertProblem(post(badSignature), 400, "urn:bbc1:problem:bad-transaction");
  }

  @Test
  void unknownDomainAndTransactionAreNotFound() throws Exception {
    String absent = "ff".repeat(DomainId.FULL_LENGTH);

    assertProblem(
        get("/api/v1/domains/" + absent + "/transactions/" + absent),
        404,
        "urn:bbc1:problem:unknown-domain");
    assertProblem(get(TRANSACTIONS + "/" + absent), 404, "urn:bbc1:problem:unknown-transaction");
    assertProblem(
        post("/api/v1/domains/" + absent + "/transactions", FILES.next().serialize()),
        404,
        "urn:bbc1:problem:unknown-domain");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/domains/zz/transactions/00",
    "/api/v1/domains/00/transactions/00",
    "/api/v1/domains/%2e%2e/transactions/00"
  })
  void malformedIdIsABadRequest(String path) throws Exception {
    assertProblem(get(path), 400, "urn:bbc1:problem:malformed-id");
  }

  @Test
  void tooLongBodyIsCutOffByCountingNotByItsClaimedLength() throws Exception {
    HttpRequest.Builder chunked =
        write(TRANSACTIONS)
            .POST(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1])));

    assertProblem(send(chunked), 413, "urn:bbc1:problem:too-large");
    assertProblem(
        send(write(TRANSACTIONS).POST(BodyPublishers.ofByteArray(new byte[LIMIT + 1]))),
        413,
        "urn:bbc1:problem:too-large");
  }

  @Test
  void wrongMediaTypesAndMethodsAreProblemDetailsToo() throws Exception {
    Transaction transaction = FILES.next();
    post(transaction.serialize());

    assertProblem(
        send(
            HttpRequest.newBuilder(node.uri(TRANSACTIONS))
                .header("Authorization", "Bearer " + node.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))),
        415,
        "about:blank");
    assertProblem(
        send(
            HttpRequest.newBuilder(node.uri(address(transaction)))
                .header("Accept", "application/xml")),
        406,
        "about:blank");
    assertProblem(
        send(HttpRequest.newBuilder(node.uri(address(transaction))).DELETE()), 405, "about:blank");
  }

  @Test
  void showsATransactionAsJsonToThoseWhoAskForIt() throws Exception {
    Transaction transaction = FILES.next();
    post(transaction.serialize());

    HttpResponse<byte[]> json =
        send(
            HttpRequest.newBuilder(node.uri(address(transaction)))
                .header("Accept", "application/json"));
    HttpResponse<byte[]> any =
        send(HttpRequest.newBuilder(node.uri(address(transaction))).header("Accept", "*/*"));

    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(text(json))
        .contains("\"transactionId\":\"" + transaction.transactionId() + "\"")
        .contains("\"format\":\"plain\"");
    assertThat(any.body()).isEqualTo(transaction.serialize());
    assertThat(any.headers().firstValue("ETag")).isNotEqualTo(json.headers().firstValue("ETag"));
    HttpResponse<byte[]> again =
        send(
            HttpRequest.newBuilder(node.uri(address(transaction)))
                .header("Accept", "application/json")
                .header("If-None-Match", json.headers().firstValue("ETag").orElseThrow()));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/api/v1", "/api/v1/nothing", "/WEB-INF/web.xml"})
  void unknownPathsAreProblemDetailsWithoutTheServersPages(String path) throws Exception {
    assertProblem(get(path), 404, "about:blank");
  }

  private static void assertProblem(HttpResponse<byte[]> response, int status, String type) {
    assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(text(response))
        .contains("\"type\":\"" + type + "\"")
        .contains("\"status\":" + status)
        .doesNotContain("Exception")
        .doesNotContain("org.bbc1");
  }

  private static String address(Transaction transaction) {
    return TRANSACTIONS + "/" + transaction.transactionId().toHex();
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(node.uri(path)));
  }

  private HttpResponse<byte[]> post(byte[] body) throws Exception {
    return post(TRANSACTIONS, body);
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    return send(write(path).POST(BodyPublishers.ofByteArray(body)));
  }

  private static HttpRequest.Builder write(String path) throws Exception {
    return HttpRequest.newBuilder(node.uri(path))
        .header("Authorization", "Bearer " + node.token())
        .header("Content-Type", "application/octet-stream");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
