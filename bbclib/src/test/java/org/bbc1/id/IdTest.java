package org.bbc1.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdTest {

  @Test
  void idsAreOrderedByTheirUnsignedBytes() {
    List<AssetId> ordered =
        List.of(AssetId.fromHex("01"), AssetId.fromHex("0100"), AssetId.fromHex("ff"));

    assertThat(List.of(ordered.get(2), ordered.get(0), ordered.get(1)).stream().sorted())
        .containsExactlyElementsOf(ordered);
  }

  /** A client chooses the ids of the files it sends, 16 MiB of them in one frame. */
  @Test
  void aSetOfIdsOfOneHashCodeStaysFast() {
    int count = 1 << 16;

    Set<AssetId> ids =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> {
              Set<AssetId> set = new HashSet<>();
              for (int i = 0; i < count; i++) {
                set.add(ofOneHashCode(i));
              }
              return set;
            });

    assertThat(ids).hasSize(count);
  }

  /** "AB" and "B#" count the same in a polynomial of 31. */
  private static AssetId ofOneHashCode(int number) {
    byte[] bytes = new byte[32];
    for (int bit = 0; bit < 16; bit++) {
      boolean set = (number >> bit & 1) == 1;
      bytes[2 * bit] = (byte) (set ? 'B' : 'A');
      bytes[2 * bit + 1] = (byte) (set ? '#' : 'B');
    }
    return AssetId.of(bytes);
  }
}
