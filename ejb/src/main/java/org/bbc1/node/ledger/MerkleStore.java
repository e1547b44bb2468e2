package org.bbc1.node.ledger;

import java.util.List;
import java.util.Optional;
import org.bbc1.id.DomainId;

/**
 * The tables of the ledger subsystem (storage B1). What a method has written is durable when it
 * returns. For a domain, only one thread may append and complete at a time, and one other anchor;
 * reads may come at any time.
 *
 * <p>Every method throws {@link LedgerUnavailableException} if the database cannot be used, and
 * {@link UnknownDomainException} if the domain has no row.
 */
public interface MerkleStore {

  /** How far a tree has come. */
  enum State {
    /** Takes digests. */
    OPEN(0),
    /** Has its root. */
    COMPLETE(1),
    /** Its root is anchored. */
    ANCHORED(2);

    private final int code;

    State(int code) {
      this.code = code;
    }

    /** The number in the table. */
    int code() {
      return code;
    }

    static State ofCode(int code) {
      return switch (code) {
        case 0 -> OPEN;
        case 1 -> COMPLETE;
        case 2 -> ANCHORED;
        default -> throw new IllegalArgumentException("state " + code + " of a tree");
      };
    }
  }

  /**
   * A tree.
   *
   * @param number from 1 without a gap
   * @param size number of digests, at least 1
   * @param root 32 bytes; empty while it is open
   * @param openedAt when its first digest came; milliseconds since 1970
   */
  record Tree(long number, State state, int size, byte[] root, long openedAt) {}

  /**
   * Where a digest is.
   *
   * @param position its place in the tree, from 0
   */
  record Place(Tree tree, int position) {}

  /** Whether an administrator has switched the subsystem on. */
  boolean isEnabled(DomainId domain);

  void setEnabled(DomainId domain, boolean enabled);

  /** The tree that takes digests, if one has been begun. */
  Optional<Tree> openTree(DomainId domain);

  /**
   * Adds digests in this order, all or none. A tree is completed as soon as it has as many as it
   * may hold, and the next one begun with the digest after.
   *
   * @param digests of 1 to 32 bytes each
   * @param treeSize how many a tree may hold
   * @param now when they came; milliseconds since 1970
   */
  void append(DomainId domain, List<byte[]> digests, int treeSize, long now);

  /** Completes the tree that takes digests, if there is one. */
  void completeOpenTree(DomainId domain);

  /** The first tree that is complete but not anchored. */
  Optional<Tree> nextToAnchor(DomainId domain);

  /** The receipt of an anchor for a tree. */
  Optional<String> receipt(DomainId domain, long tree, String anchor);

  /** Stores a receipt; one that is there stays. */
  void putReceipt(DomainId domain, long tree, String anchor, String receipt);

  /**
   * Marks a tree as anchored.
   *
   * @param spec where, as it stands in the table of the reference
   */
  void setAnchored(DomainId domain, Tree tree, String spec);

  /**
   * Where a digest is. If it was registered more than once, the first anchored tree counts, else
   * the first.
   */
  Optional<Place> find(DomainId domain, byte[] digest);

  /** The digests of a tree in their order. */
  List<byte[]> digests(DomainId domain, long tree);
}
