package org.bbc1.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.wire.WireClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many clients that send more to one that does not read than all connections may hold. */
class ManySendersToOneReaderTest extends HostileTestBase {

  private static final UserId READER = UserId.fromHex("71".repeat(32));
  private static final int SENDERS = 12;
  private static final int MESSAGE_BYTES = 400_000;

  /** More than the sockets take. */
  private static final int MESSAGES = 20;

  private final List<WireClient> senders = new ArrayList<>();
  private WireClient reader;

  @Override
  TestNode.Setup setup(TestNode.Setup setup) {
    return setup.set("bbc1.messaging.max-delayed-bytes", "500000");
  }

  @Override
  Map<String, String> connectorSettings() {
    return Map.of(
        "bbc1.client.max-frame-bytes", "500000",
        "bbc1.client.max-queued-bytes", "1000000",
        "bbc1.client.max-total-bytes", "4000000");
  }

  @BeforeEach
  void connectAll() {
    reader = WireClient.connect(node.tcpPort());
    reader.send(Requests.register(Requests.DOMAIN, READER));
    reader.ask(probe());
    for (int i = 0; i < SENDERS; i++) {
      senders.add(WireClient.connect(node.tcpPort()));
    }
  }

  @AfterEach
  void disconnectAll() {
    senders.forEach(WireClient::close);
    senders.clear();
    reader.close();
  }

  @Test
  void messagesThatWaitForTheReaderDoNotStopTheNode() {
    Message message =
        Requests.of(Command.MESSAGE)
            .put(KeyType.DESTINATION_USER_ID, READER)
            .put(KeyType.MESSAGE, new byte[MESSAGE_BYTES])
            .build();
    senders.forEach(
        sender ->
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < MESSAGES; i++) {
                    sender.send(message);
                  }
                }));

    for (int i = 0; i < 100; i++) {
      assertOthersServed();
    }
    assertThat(senders).hasSize(SENDERS);
  }
}
