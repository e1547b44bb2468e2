package org.bbc1.ledgersubsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

  private static final long SEED = 4_096;

  /** SHA-256 of the numbers from 0 as four bytes, big-endian: the digests of the vectors. */
  private static List<byte[]> numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Hashes.of(ByteBuffer.allocate(4).putInt(i).array()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 19449e95899dfa8e2d9bc8a5c21377a9b2ca7fe0a8bbe643db05cea654cf4063",
    "2, 1, 1, 900e24aee3e3a6a781e4a7a947d787e02638642fc125fb49ce9111e433e6c634",
    "3, 2, 1, 6ca09cea0b4a38b2775816fe9445ade6cae0544884113af2c0f678c6e67f75ea",
    "4, 2, 1, ccf8ba8db4787dca70f7c8a00187f552ebbce4ad118e9cb951c168576e8bff38",
    "5, 3, 3, f226bfc27c2492c879609ef825165af66fe606e9e8a5ef23e6f73c3e11135980",
    "6, 3, 3, 3e095227869d6805b7315ec24f38c24b43be78ca82921d1eef8bcce3fd105304",
    "7, 4, 3, 7ea363f93634d49f0122f8b2caa3c39beea5253b848dcec09f2d9b7177373cca",
    "9, 5, 6, 35a7f6d34797d3f3afd9da45e9def9d0cdd44e43e7cfa688e245a42190ce73fb",
  })
  void shapeAndRootAreThoseOfTheReference(int size, int pairs, int branches, String root) {
    MerkleTree tree = MerkleTree.of(numbers(size));

    assertThat(tree.size()).isEqualTo(size);
    assertThat(tree.pairs()).hasSize(pairs);
    assertThat(tree.branches()).hasSize(branches);
    assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(root);
    assertThat(tree.branches().get(branches - 1).digest()).isEqualTo(tree.root());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 16, 17, 31, 33, 100, 1023, 1024, 1025})
  void everyPathLeadsToTheRootAndHasTheLengthOfItsTree(int size) {
    List<byte[]> digests = numbers(size);
    MerkleTree tree = MerkleTree.of(digests);

    for (int i = 0; i < size; i++) {
      MerklePath path = tree.path(i);
      assertThat(path.rootOf(digests.get(i))).isEqualTo(tree.root());
      assertThat(path.steps()).hasSize(MerkleTree.pathLength(size));
    }
  }

  @Test
  void pathOfOneDigestProvesNoOther() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int size = 2 + random.nextInt(60);
      List<byte[]> digests = numbers(size);
      MerkleTree tree = MerkleTree.of(digests);
      int index = random.nextInt(size);
      byte[] other = digests.get((index + 1 + random.nextInt(size - 1)) % size);

      assertThat(tree.path(index).rootOf(other)).isNotEqualTo(tree.root());
    }
  }

  @Test
  void flippedBitAnywhereInAPathLeadsElsewhere() {
    List<byte[]> digests = numbers(11);
    MerkleTree tree = MerkleTree.of(digests);
    MerklePath path = tree.path(6);
    for (int step = 0; step < path.steps().size(); step++) {
      List<MerklePath.Step> changed = new ArrayList<>(path.steps());
      byte[] sibling = changed.get(step).sibling().clone();
      sibling[step] ^= 1;
      changed.set(step, new MerklePath.Step(changed.get(step).siblingIsLeft(), sibling));

      assertThat(new MerklePath(changed).rootOf(digests.get(6))).isNotEqualTo(tree.root());
    }
  }

  @Test
  void treesOfDifferentSizeDifferUnlessTheLastIsRepeated() {
    Set<String> roots = new HashSet<>();
    for (int size = 1; size <= 64; size++) {
      roots.add(HexFormat.of().formatHex(MerkleTree.of(numbers(size)).root()));
    }
    assertThat(roots).hasSize(64);

    List<byte[]> repeated = new ArrayList<>(numbers(3));
    repeated.add(repeated.get(2));
    // The weakness of the shape: only the size in the tree head tells these apart.
    assertThat(MerkleTree.of(repeated).root()).isEqualTo(MerkleTree.of(numbers(3)).root());
  }

  @Test
  void samePairTwiceInATreeIsFoundInBothPlaces() {
    List<byte[]> digests = new ArrayList<>(numbers(4));
    digests.addAll(numbers(2));
    MerkleTree tree = MerkleTree.of(digests);

    assertThat(tree.path(0).rootOf(digests.get(0))).isEqualTo(tree.root());
    assertThat(tree.path(4).rootOf(digests.get(0))).isEqualTo(tree.root());
    assertThat(tree.path(3).rootOf(digests.get(3))).isEqualTo(tree.root());
  }

  @Test
  void pathLengthOfHugeTreesDoesNotOverflow() {
    assertThat(MerkleTree.pathLength(Long.MAX_VALUE)).isEqualTo(63);
    assertThat(MerkleTree.pathLength(4096)).isEqualTo(12);
    assertThatThrownBy(() -> MerkleTree.pathLength(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereIsNoTreeWithoutDigestsAndNoPathBesideIt() {
    assertThatThrownBy(() -> MerkleTree.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    MerkleTree tree = MerkleTree.of(numbers(3));
    assertThatThrownBy(() -> tree.path(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.path(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
