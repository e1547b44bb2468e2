package org.bbc1.ledgersubsystem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A complete tree over digests in the order of their registration, in the shape of the reference:
 * two digests make a pair, a last single one is paired with itself; above the pairs there is at
 * least one level, and the last node of a level with an odd number is joined with itself. A node is
 * SHA-256(left ‖ right). Source: ledger-subsystem section 1.
 *
 * <p>Different lists can have the same root in such a tree; it is the number of digests, known to
 * whoever checks a path, that tells them apart (see {@link #pathLength}).
 */
public final class MerkleTree {

  /**
   * A node with the two it is made of.
   *
   * @param digest 32 bytes
   */
  public record Node(byte[] digest, byte[] left, byte[] right) {

    static Node of(byte[] left, byte[] right) {
      return new Node(Hashes.of(left, right), left, right);
    }
  }

  private final int size;
  private final List<List<Node>> levels;

  private MerkleTree(int size, List<List<Node>> levels) {
    this.size = size;
    this.levels = levels;
  }

  /**
   * The tree over these digests.
   *
   * @param digests at least one; the arrays are not copied
   */
  public static MerkleTree of(List<byte[]> digests) {
    if (digests.isEmpty()) {
      throw new IllegalArgumentException("a tree without digests");
    }
    List<List<Node>> levels = new ArrayList<>();
    List<Node> level = join(digests);
    levels.add(level);
    do {
      level = join(level.stream().map(Node::digest).toList());
      levels.add(level);
    } while (level.size() > 1);
    return new MerkleTree(digests.size(), levels);
  }

  private static List<Node> join(List<byte[]> digests) {
    List<Node> nodes = new ArrayList<>((digests.size() + 1) / 2);
    for (int i = 0; i < digests.size(); i += 2) {
      nodes.add(Node.of(digests.get(i), digests.get(Math.min(i + 1, digests.size() - 1))));
    }
    return nodes;
  }

  /** The number of digests. */
  public int size() {
    return size;
  }

  /** The root; 32 bytes. */
  public byte[] root() {
    return levels.get(levels.size() - 1).get(0).digest();
  }

  /** The pairs of digests, in order. */
  public List<Node> pairs() {
    return Collections.unmodifiableList(levels.get(0));
  }

  /** The nodes above the pairs, level by level; the root is the last. */
  public List<Node> branches() {
    return levels.subList(1, levels.size()).stream().flatMap(List::stream).toList();
  }

  /**
   * The path of a digest.
   *
   * @param index its place, from 0
   * @throws IndexOutOfBoundsException if there is none at this place
   */
  public MerklePath path(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    List<MerklePath.Step> steps = new ArrayList<>(levels.size());
    int place = index;
    for (List<Node> level : levels) {
      boolean right = place % 2 == 1;
      place /= 2;
      Node parent = level.get(place);
      steps.add(new MerklePath.Step(right, right ? parent.left() : parent.right()));
    }
    return new MerklePath(steps);
  }

  /**
   * The number of steps from a digest to the root of a tree of this size: all paths of a tree are
   * equally long, so that a path of another length does not begin at a digest.
   *
   * @param size number of digests, at least 1
   */
  public static int pathLength(long size) {
    if (size < 1) {
      throw new IllegalArgumentException("a tree of " + size + " digests");
    }
    long pairs = size / 2 + size % 2;
    return 1 + Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(pairs - 1));
  }
}
