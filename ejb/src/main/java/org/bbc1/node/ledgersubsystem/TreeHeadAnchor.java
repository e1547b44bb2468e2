package org.bbc1.node.ledgersubsystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.bbc1.id.DomainId;
import org.bbc1.ledgersubsystem.AnchorEvidence;
import org.bbc1.ledgersubsystem.SignedTreeHead;
import org.bbc1.ledgersubsystem.TreeHead;
import org.bbc1.node.ledger.MerkleStore;
import org.bbc1.node.ledger.MerkleStore.Tree;

/**
 * Signs the head of each tree, keeps it as receipt in the database and adds it to a file that only
 * grows, {@value #FOLDER}/(domain).txt in the working folder. The database comes first: a head that
 * was signed there is never signed again in another form, whatever happens before the file has it.
 */
public final class TreeHeadAnchor implements Anchor {

  /** The folder of the files, in the working folder. */
  public static final String FOLDER = "tree_heads";

  private static final String CONTRACT = "TreeHead";
  private static final byte[] NONE = {};

  private final MerkleStore store;
  private final TreeHeadSigner signer;
  private final Path folder;
  private final InstantSource clock;
  private final Executor executor;

  /**
   * @param executor runs what waits for disk and database
   */
  public TreeHeadAnchor(
      MerkleStore store,
      TreeHeadSigner signer,
      Path workingDirectory,
      InstantSource clock,
      Executor executor) {
    this.store = store;
    this.signer = signer;
    this.folder = workingDirectory.resolve(FOLDER);
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public String name() {
    return AnchorEvidence.SIGNED_TREE_HEAD;
  }

  @Override
  public CompletionStage<AnchorSpec> publish(DomainId domain, Tree tree) {
    return CompletableFuture.supplyAsync(() -> publishNow(domain, tree), executor);
  }

  private AnchorSpec publishNow(DomainId domain, Tree tree) {
    SignedTreeHead head =
        store
            .receipt(domain, tree.number(), name())
            .map(SignedTreeHead::parse)
            .orElseGet(() -> signAndStore(domain, tree));
    try {
      Files.createDirectories(folder);
      new TreeHeadFile(folder.resolve(domain.toHex() + ".txt")).append(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return specOf(head);
  }

  /**
   * Returns what is stored, which is another head if an attempt that had been given up came first:
   * two heads of one tree would convict this node of showing different ones.
   */
  private SignedTreeHead signAndStore(DomainId domain, Tree tree) {
    TreeHead head =
        new TreeHead(
            domain,
            tree.number(),
            tree.size(),
            tree.root(),
            clock.millis(),
            tree.number() == 1 ? NONE : headOf(domain, tree.number() - 1).digest());
    store.putReceipt(domain, tree.number(), name(), signer.sign(head).note());
    return SignedTreeHead.parse(store.receipt(domain, tree.number(), name()).orElseThrow());
  }

  private TreeHead headOf(DomainId domain, long tree) {
    return store
        .receipt(domain, tree, name())
        .map(note -> SignedTreeHead.parse(note).head())
        .orElseThrow(() -> new IllegalStateException("tree " + tree + " has no head"));
  }

  @Override
  public AnchorSpec specOf(Tree tree, String receipt) {
    return specOf(SignedTreeHead.parse(receipt));
  }

  private AnchorSpec specOf(SignedTreeHead signed) {
    TreeHead head = signed.head();
    return new AnchorSpec(
        name(),
        head.domain().toHex(),
        CONTRACT,
        HexFormat.of().formatHex(signed.keyHash()),
        head.tree());
  }
}
