package org.bbc1.ledgersubsystem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bbc1.crypto.PublicKey;
import org.bbc1.id.DomainId;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of VERIFY_HASH_IN_SUBSYS ({@code merkle_tree}) proves of a digest, checked without
 * asking anybody. Source: client-protocol section 11.9, ledger-subsystem sections 1 and 3.
 *
 * @param path from the digest to the root
 * @param treeHead the signed head of its tree; null if the answer has none, as those of the
 *     reference
 */
public record AnchorEvidence(MerklePath path, @Nullable SignedTreeHead treeHead) {

  /** Name of the anchor that is a signed tree head, in {@code spec} and in {@code receipts}. */
  public static final String SIGNED_TREE_HEAD = "signed_tree_head";

  private static final int LONGEST_PATH = 64;

  /** Why a digest is not proved. */
  public enum Flaw {
    /** The answer holds no signed tree head, so there is nothing to compare the path with. */
    NO_TREE_HEAD,
    /** The tree head is of another domain. */
    OTHER_DOMAIN,
    /** The tree head was not signed with this key, or was changed. */
    BAD_SIGNATURE,
    /**
     * The path is not as long as every path of the tree, or one of its digests does not have 1 to
     * 32 bytes: it begins at something else than what was registered.
     */
    WRONG_LENGTH,
    /** The path leads to another root. */
    OTHER_ROOT
  }

  /**
   * Reads an answer.
   *
   * @param merkleTree the field {@code merkle_tree}
   * @return empty if it says that the digest is not anchored
   * @throws IllegalArgumentException if it says so, but is malformed
   */
  public static Optional<AnchorEvidence> read(Value.MapValue merkleTree) {
    Map<String, Value> fields = merkleTree.byName();
    if (!(fields.get("result") instanceof Value.Bool result && result.value())) {
      return Optional.empty();
    }
    return Optional.of(
        new AnchorEvidence(path(fields.get("subtree")), treeHead(fields.get("receipts"))));
  }

  private static MerklePath path(@Nullable Value subtree) {
    if (!(subtree instanceof Value.ListValue list) || list.items().size() > LONGEST_PATH) {
      throw new IllegalArgumentException("no path in the answer");
    }
    List<MerklePath.Step> steps = new ArrayList<>();
    for (Value item : list.items()) {
      Map<String, Value> step = byName(item);
      steps.add(
          new MerklePath.Step(
              isLeft(Value.textOf(step.get("position"))),
              HexFormat.of().parseHex(Value.textOf(step.get("digest")))));
    }
    return new MerklePath(steps);
  }

  private static boolean isLeft(String position) {
    return switch (position) {
      case "left" -> true;
      case "right" -> false;
      default -> throw new IllegalArgumentException("neither left nor right: " + position);
    };
  }

  private static @Nullable SignedTreeHead treeHead(@Nullable Value receipts) {
    if (receipts instanceof Value.ListValue list) {
      for (Value item : list.items()) {
        Map<String, Value> receipt = byName(item);
        if (Value.textOf(receipt.get("anchor")).equals(SIGNED_TREE_HEAD)) {
          return SignedTreeHead.parse(Value.textOf(receipt.get("receipt")));
        }
      }
    }
    return null;
  }

  /**
   * Whether the evidence proves that the digest was registered in the domain of whoever holds the
   * key.
   *
   * @return what is wrong with it; empty if it proves that
   */
  public Optional<Flaw> check(DomainId domain, byte[] digest, PublicKey nodeKey) {
    if (treeHead == null) {
      return Optional.of(Flaw.NO_TREE_HEAD);
    }
    TreeHead head = treeHead.head();
    if (!head.domain().equals(domain)) {
      return Optional.of(Flaw.OTHER_DOMAIN);
    }
    if (!treeHead.isSignedBy(nodeKey)) {
      return Optional.of(Flaw.BAD_SIGNATURE);
    }
    if (!Hashes.isDigest(digest)
        || path.steps().size() != MerkleTree.pathLength(head.size())
        || !path.steps().stream().map(MerklePath.Step::sibling).allMatch(Hashes::isDigest)) {
      return Optional.of(Flaw.WRONG_LENGTH);
    }
    return Arrays.equals(path.rootOf(digest), head.root())
        ? Optional.empty()
        : Optional.of(Flaw.OTHER_ROOT);
  }

  private static Map<String, Value> byName(Value value) {
    return value instanceof Value.MapValue map ? map.byName() : Map.of();
  }
}
