package org.bbc1.node.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bbc1.id.DomainId;
import org.bbc1.ledgersubsystem.MerkleTree;

/** The tables of the ledger subsystem, each call one database transaction. */
final class JdbcMerkleStore implements MerkleStore {

  private static final byte[] NO_ROOT = {};

  private final DataSource dataSource;
  private final LedgerDialect dialect;
  private final JdbcDomainTable domains;

  JdbcMerkleStore(DataSource dataSource, LedgerDialect dialect, JdbcDomainTable domains) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.domains = domains;
  }

  private interface Work<T> {
    T run(Connection connection, int domainNo) throws SQLException;
  }

  private interface Change {
    void run(Connection connection, int domainNo) throws SQLException;
  }

  private <T> T read(DomainId domain, Work<T> work) {
    int domainNo = domains.numberOf(domain);
    try (Connection connection = dataSource.getConnection()) {
      return work.run(connection, domainNo);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private void write(DomainId domain, Change change) {
    int domainNo = domains.numberOf(domain);
    try (Connection connection = dataSource.getConnection()) {
      LocalTransaction.run(
          connection,
          dialect,
          () -> {
            change.run(connection, domainNo);
            return true;
          });
    } catch (SQLException | IOException e) {
      throw unavailable(e);
    }
  }

  private static LedgerUnavailableException unavailable(Exception cause) {
    return new LedgerUnavailableException(
        "the tables of the ledger subsystem cannot be used: " + cause.getMessage(), cause);
  }

  @Override
  public boolean isEnabled(DomainId domain) {
    return read(domain, (connection, no) -> new MerkleReceiptRows(connection, no).isEnabled());
  }

  @Override
  public void setEnabled(DomainId domain, boolean enabled) {
    write(domain, (connection, no) -> new MerkleReceiptRows(connection, no).setEnabled(enabled));
  }

  @Override
  public Optional<Tree> openTree(DomainId domain) {
    return read(domain, (connection, no) -> open(new MerkleTreeRows(connection, no)));
  }

  private static Optional<Tree> open(MerkleTreeRows trees) throws SQLException {
    return trees.last().filter(tree -> tree.state() == State.OPEN);
  }

  @Override
  public void append(DomainId domain, List<byte[]> digests, int treeSize, long now) {
    write(
        domain,
        (connection, no) -> {
          MerkleTreeRows trees = new MerkleTreeRows(connection, no);
          int done = 0;
          while (done < digests.size()) {
            Tree tree = open(trees).orElse(new Tree(next(trees), State.OPEN, 0, NO_ROOT, now));
            int room = Math.max(1, treeSize - tree.size());
            int end = Math.min(digests.size(), done + room);
            Tree grown = grow(trees, tree, digests.subList(done, end));
            if (grown.size() >= treeSize) {
              complete(connection, no, grown);
            }
            done = end;
          }
        });
  }

  private static long next(MerkleTreeRows trees) throws SQLException {
    return trees.last().map(tree -> tree.number() + 1).orElse(1L);
  }

  private static Tree grow(MerkleTreeRows trees, Tree tree, List<byte[]> digests)
      throws SQLException {
    Tree grown =
        new Tree(tree.number(), State.OPEN, tree.size() + digests.size(), NO_ROOT, tree.openedAt());
    trees.put(grown);
    trees.addDigests(tree.number(), tree.size(), digests);
    return grown;
  }

  private static void complete(Connection connection, int domainNo, Tree tree) throws SQLException {
    MerkleTreeRows trees = new MerkleTreeRows(connection, domainNo);
    MerkleTree complete = MerkleTree.of(trees.digests(tree.number()));
    new MerkleNodeRows(connection, domainNo).add(complete);
    trees.put(
        new Tree(tree.number(), State.COMPLETE, complete.size(), complete.root(), tree.openedAt()));
  }

  @Override
  public void completeOpenTree(DomainId domain) {
    write(
        domain,
        (connection, no) -> {
          Optional<Tree> tree = open(new MerkleTreeRows(connection, no));
          if (tree.isPresent()) {
            complete(connection, no, tree.get());
          }
        });
  }

  @Override
  public Optional<Tree> nextToAnchor(DomainId domain) {
    return read(domain, (connection, no) -> new MerkleTreeRows(connection, no).firstComplete());
  }

  @Override
  public Optional<String> receipt(DomainId domain, long tree, String anchor) {
    return read(
        domain, (connection, no) -> new MerkleReceiptRows(connection, no).find(tree, anchor));
  }

  @Override
  public void putReceipt(DomainId domain, long tree, String anchor, String receipt) {
    write(
        domain,
        (connection, no) -> new MerkleReceiptRows(connection, no).add(tree, anchor, receipt));
  }

  @Override
  public void setAnchored(DomainId domain, Tree tree, String spec) {
    write(
        domain,
        (connection, no) -> {
          new MerkleTreeRows(connection, no)
              .put(
                  new Tree(
                      tree.number(), State.ANCHORED, tree.size(), tree.root(), tree.openedAt()));
          new MerkleNodeRows(connection, no).addRoot(tree.root(), spec);
        });
  }

  @Override
  public Optional<Place> find(DomainId domain, byte[] digest) {
    return read(domain, (connection, no) -> new MerkleTreeRows(connection, no).find(digest));
  }

  @Override
  public List<byte[]> digests(DomainId domain, long tree) {
    return read(domain, (connection, no) -> new MerkleTreeRows(connection, no).digests(tree));
  }
}
