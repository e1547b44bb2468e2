package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.bbc1.ledgersubsystem.MerkleTree;

/**
 * Complete trees in the tables of the reference (storage A2, B1). A row that is there already, for
 * the same nodes are part of an earlier tree, stays as it is.
 */
final class MerkleNodeRows {

  private static final byte[] FIRST = {};

  private final Connection connection;
  private final int domainNo;

  MerkleNodeRows(Connection connection, int domainNo) {
    this.connection = connection;
    this.domainNo = domainNo;
  }

  void add(MerkleTree tree) throws SQLException {
    addPairs(tree.pairs());
    addBranches(tree.branches());
  }

  private void addPairs(List<MerkleTree.Node> pairs) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into merkle_leaf (domain_no, digest, leaf_left, leaf_right, prev)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
      byte[] previous = FIRST;
      for (MerkleTree.Node pair : pairs) {
        bind(insert, pair);
        insert.setBytes(5, previous);
        insert.addBatch();
        previous = pair.digest();
      }
      Batch.execute(insert);
    }
  }

  private void addBranches(List<MerkleTree.Node> branches) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into merkle_branch (domain_no, digest, leaf_left, leaf_right)"
                + " values (?, ?, ?, ?) on conflict do nothing")) {
      for (MerkleTree.Node branch : branches) {
        bind(insert, branch);
        insert.addBatch();
      }
      Batch.execute(insert);
    }
  }

  private void bind(PreparedStatement insert, MerkleTree.Node node) throws SQLException {
    insert.setInt(1, domainNo);
    insert.setBytes(2, node.digest());
    insert.setBytes(3, node.left());
    insert.setBytes(4, node.right());
  }

  void addRoot(byte[] root, String spec) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into merkle_root (domain_no, root, spec) values (?, ?, ?)"
                + " on conflict do nothing")) {
      insert.setInt(1, domainNo);
      insert.setBytes(2, root);
      insert.setString(3, spec);
      insert.executeUpdate();
    }
  }
}
