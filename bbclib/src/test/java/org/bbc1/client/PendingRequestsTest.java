package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.client.ScriptedNode.reply;

import java.util.HexFormat;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PendingRequestsTest {

  @Test
  void queryIdGoesOutLittleEndianAndWrapsToZeroAfter65535() throws Exception {
    DomainId domain = DomainId.GLOBAL_0;
    ScriptedNode.Script script =
        peer -> {
          for (int expected = 1; expected <= 0x10001; expected++) {
            Message request = peer.receive();
            byte[] queryId = request.bytes(KeyType.QUERY_ID);
            assertThat(HexFormat.of().formatHex(queryId))
                .isEqualTo(String.format("%02x%02x", expected & 0xff, expected >>> 8 & 0xff));
            peer.send(reply(request).put(KeyType.NODE_ID, domain).build());
          }
        };
    try (ScriptedNode node = new ScriptedNode(script);
        BbcAsyncClient client = BbcAsyncClient.connect(node.config())) {
      NodeId last = null;
      for (int i = 0; i < 0x10001; i++) {
        last = client.nodeId(domain).join();
      }
      assertThat(last).isEqualTo(NodeId.of(domain.toByteArray()));
    }
  }
}
