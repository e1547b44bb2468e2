package org.bbc1.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdTest {

  /** Every kind of id: made of bytes, made of digits, compared. */
  private record Kind<I extends Id & Comparable<I>>(
      Function<byte[], I> of, Function<String, I> fromHex) {

    static Stream<Kind<?>> all() {
      return Stream.of(
          new Kind<>(AssetGroupId::of, AssetGroupId::fromHex),
          new Kind<>(AssetId::of, AssetId::fromHex),
          new Kind<>(DomainId::of, DomainId::fromHex),
          new Kind<>(NodeId::of, NodeId::fromHex),
          new Kind<>(TransactionId::of, TransactionId::fromHex),
          new Kind<>(UserId::of, UserId::fromHex));
    }

    int compare(String one, String other) {
      return fromHex.apply(one).compareTo(fromHex.apply(other));
    }
  }

  static Stream<Kind<?>> kinds() {
    return Kind.all();
  }

  private static final String LOW = "00".repeat(31) + "7f";
  private static final String HIGH = "00".repeat(31) + "80";

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindIsMadeOfBytesOrDigitsAndOrdered(Kind<?> kind) {
    Id id = kind.fromHex().apply(HIGH);

    assertThat(id.toHex()).isEqualTo(HIGH).isEqualTo(id.toString());
    assertThat(kind.of().apply(id.toByteArray())).isEqualTo(id).hasSameHashCodeAs(id);
    assertThat(kind.compare(LOW, HIGH)).isNegative();
    assertThat(kind.compare(HIGH, LOW)).isPositive();
    assertThat(kind.compare(LOW, LOW)).isZero();
    assertThat(id).isNotEqualTo(kind.fromHex().apply(LOW));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void wrongLengthsAreRefusedByName(Kind<?> kind) {
    String name = kind.fromHex().apply(LOW).getClass().getSimpleName();

    for (int length : new int[] {0, 33}) {
      assertThatThrownBy(() -> kind.of().apply(new byte[length]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(name + " of " + length + " bytes");
    }
  }

  @Test
  void domainsAndNodesAreNeverShort() {
    assertThatThrownBy(() -> DomainId.of(new byte[31])).hasMessageContaining("32 to 32");
    assertThatThrownBy(() -> NodeId.of(new byte[31])).hasMessageContaining("32 to 32");
  }

  @Test
  void idsOfTwoKindsAreNeverEqual() {
    assertThat((Object) UserId.fromHex(LOW)).isNotEqualTo(AssetId.fromHex(LOW));
  }

  @Test
  void truncationKeepsTheFrontAndAtLeastOneByte() {
    UserId user = UserId.fromHex("010203");

    assertThat(user.truncate(1)).isEqualTo(UserId.fromHex("01"));
    assertThat(user.truncate(3)).isSameAs(user);
    assertThatThrownBy(() -> user.truncate(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> user.truncate(4)).isInstanceOf(IllegalArgumentException.class);
  }

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
