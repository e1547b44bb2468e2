package org.bbc1.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the node over HTTP whether it serves, as any supervisor would. */
final class Readiness {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int OK = 200;

  /** Name of the node's own check in the answer. */
  private static final String NODE_CHECK = "bbc1-node-ready";

  private final URI ready;

  Readiness(String address, int port) {
    String host = address.equals("0.0.0.0") ? Settings.LOOPBACK : address;
    this.ready =
        URI.create(
            "http://"
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + port
                + "/health/ready");
  }

  /**
   * Returns when the node is ready; the reason it is not, in the server's words, if it takes too
   * long.
   */
  void await() throws StartFailure, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(10)).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String last = "no answer from " + ready;
    while (System.nanoTime() < deadline) {
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (!answer.body().contains(NODE_CHECK)) {
          // The server answers for itself alone: the node's application did not come up.
          throw StartProblems.explain("the node's application does not run");
        }
        if (answer.statusCode() == OK) {
          return;
        }
        last = answer.statusCode() + " " + answer.body().replaceAll("\\s+", " ");
      } catch (IOException e) {
        last = "no answer from " + ready + ": " + e;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new StartFailure(ExitCode.START_FAILED, "the node did not become ready: " + last);
  }
}
