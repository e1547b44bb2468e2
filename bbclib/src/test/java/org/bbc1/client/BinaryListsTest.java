package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bbc1.client.ClientFixtures.filled;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryListsTest {

  private static final UserId ALICE = UserId.of(filled(32, 1));
  private static final UserId BOB = UserId.of(filled(32, 2));
  private static final NodeId NODE = NodeId.of(filled(32, 3));

  /** As captured from a core: 127.0.0.1, no IPv6, port 16643 little-endian. */
  private static ByteBuffer neighbours(int count) {
    return ByteBuffer.allocate(4 + 63)
        .putInt(count)
        .put(NODE.toByteArray())
        .put(new byte[] {127, 0, 0, 1})
        .put(new byte[16])
        .put(new byte[] {0x03, 0x41})
        .put((byte) 0)
        .putLong(1_700_000_000);
  }

  @Test
  void neighbourIsReadWithItsLittleEndianPortAndWithoutAbsentAddresses() {
    assertThat(BinaryLists.neighbours(neighbours(1).array()))
        .containsExactly(
            new Neighbour(
                NODE, "127.0.0.1", null, 16643, false, Instant.ofEpochSecond(1_700_000_000)));
  }

  @Test
  void ipv6AddressAndDomain0FlagAreRead() {
    byte[] list = neighbours(1).array();
    list[36] = 0;
    list[39] = 0;
    list[40 + 15] = 1;
    list[58] = 1;

    Neighbour neighbour = BinaryLists.neighbours(list).get(0);

    assertThat(neighbour.ipv4()).isNull();
    assertThat(neighbour.ipv6()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThat(neighbour.inDomain0()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, -1, 0x40000000})
  void neighbourCountThatDoesNotFitIsRefused(int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinaryLists.neighbours(neighbours(count).array()))
        .withMessageContaining("67 bytes");
  }

  @Test
  void neighbourTimeBeyondAnyCalendarIsRefused() {
    byte[] list = neighbours(1).putLong(59, Long.MAX_VALUE).array();

    assertThatIllegalArgumentException().isThrownBy(() -> BinaryLists.neighbours(list));
  }

  @Test
  void groupsAreReadInTheirOrder() {
    byte[] list =
        ByteBuffer.allocate(2 + 2 * 34 + 2 * 32)
            .putShort((short) 2)
            .put(BOB.toByteArray())
            .putShort((short) 2)
            .put(NODE.toByteArray())
            .put(filled(32, 4))
            .put(ALICE.toByteArray())
            .putShort((short) 0)
            .array();

    Map<UserId, List<NodeId>> groups = BinaryLists.groups(list, UserId::of, NodeId::of);

    assertThat(groups.keySet()).containsExactly(BOB, ALICE);
    assertThat(groups.get(BOB)).containsExactly(NODE, NodeId.of(filled(32, 4)));
    assertThat(groups.get(ALICE)).isEmpty();
  }

  @Test
  void groupsMustEndWhereTheListEnds() {
    for (byte[] list : List.of(new byte[0], new byte[] {0, 1}, new byte[] {0, 0, 0})) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> BinaryLists.groups(list, UserId::of, NodeId::of))
          .withMessageContaining(list.length + " bytes");
    }
  }

  @Test
  void largestListOfIdsIsRead() {
    byte[] list = new byte[2 + 0xffff * 32];
    list[0] = list[1] = (byte) 0xff;

    assertThat(BinaryLists.ids(list, UserId::of)).hasSize(0xffff);
  }
}
