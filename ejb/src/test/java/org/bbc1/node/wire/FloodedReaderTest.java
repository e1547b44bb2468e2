package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bbc1.node.Requests.DOMAIN;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.wire.WireClient;
import org.junit.jupiter.api.Test;

/** A client that sends another one more than that one reads. */
class FloodedReaderTest extends HostileTestBase {

  private static final UserId VICTIM = UserId.fromHex("71".repeat(32));
  private static final int MESSAGES = 400;

  /** More than the node queues and the buffers of the sockets hold together. */
  private static final int MESSAGE_BYTES = 100_000;

  @Override
  Map<String, String> connectorSettings() {
    return Map.of(
        "bbc1.client.max-frame-bytes", "500000", "bbc1.client.max-queued-bytes", "1000000");
  }

  private void flood() {
    Message message =
        Requests.of(Command.MESSAGE)
            .put(KeyType.DESTINATION_USER_ID, VICTIM)
            .put(KeyType.MESSAGE, new byte[MESSAGE_BYTES])
            .build();
    for (int i = 0; i < MESSAGES; i++) {
      hostile.send(message);
    }
  }

  private void passTimeUntilDone(CompletableFuture<?> work) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              node.node().time().advance(Duration.ofSeconds(6));
              return work.isDone();
            });
  }

  @Test
  void readerStaysConnectedAndOthersAreServed() {
    try (WireClient victim = WireClient.connect(node.tcpPort())) {
      victim.send(Requests.register(DOMAIN, VICTIM));
      victim.ask(probe());

      passTimeUntilDone(CompletableFuture.runAsync(this::flood));
      assertOthersServed();

      Message probe = probe();
      victim.send(probe);
      int messages = 0;
      Message received = victim.receive().message();
      while (!received.commandNumber().equals(answer())) {
        assertThat(received.bytes(KeyType.MESSAGE)).hasSize(MESSAGE_BYTES);
        messages++;
        received = victim.receive().message();
      }
      assertThat(received.get(KeyType.QUERY_ID)).isEqualTo(probe.get(KeyType.QUERY_ID));
      assertThat(messages).isBetween(1, MESSAGES);
    }
  }

  private static OptionalInt answer() {
    return OptionalInt.of(Command.RESPONSE_GET_NODEID.number());
  }
}
