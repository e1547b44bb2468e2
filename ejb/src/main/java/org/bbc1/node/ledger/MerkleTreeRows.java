package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bbc1.node.ledger.MerkleStore.Place;
import org.bbc1.node.ledger.MerkleStore.State;
import org.bbc1.node.ledger.MerkleStore.Tree;

/** Trees and the digests in them, of one domain on one connection. */
final class MerkleTreeRows {

  private static final String TREE_COLUMNS = "t.tree_no, t.state, t.size, t.root, t.opened_at";
  private static final String SELECT = "select " + TREE_COLUMNS + " from merkle_tree t";

  private final Connection connection;
  private final int domainNo;

  MerkleTreeRows(Connection connection, int domainNo) {
    this.connection = connection;
    this.domainNo = domainNo;
  }

  Optional<Tree> last() throws SQLException {
    return select(SELECT + " where t.domain_no = ? order by t.tree_no desc limit 1");
  }

  Optional<Tree> firstComplete() throws SQLException {
    return select(SELECT + " where t.domain_no = ? and t.state = 1 order by t.tree_no limit 1");
  }

  private Optional<Tree> select(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setInt(1, domainNo);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(read(result)) : Optional.empty();
      }
    }
  }

  private static Tree read(ResultSet result) throws SQLException {
    byte[] root = result.getBytes(4);
    return new Tree(
        result.getLong(1),
        State.ofCode(result.getInt(2)),
        result.getInt(3),
        root == null ? new byte[0] : root,
        result.getLong(5));
  }

  Optional<Place> find(byte[] digest) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select "
                + TREE_COLUMNS
                + ", d.position from merkle_digest d join merkle_tree t"
                + " on t.domain_no = d.domain_no and t.tree_no = d.tree_no"
                + " where d.domain_no = ? and d.digest = ?"
                + " order by case when t.state = 2 then 0 else 1 end, d.tree_no, d.position"
                + " limit 1")) {
      statement.setInt(1, domainNo);
      statement.setBytes(2, digest);
      try (ResultSet result = statement.executeQuery()) {
        return result.next()
            ? Optional.of(new Place(read(result), result.getInt(6)))
            : Optional.empty();
      }
    }
  }

  List<byte[]> digests(long tree) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select digest from merkle_digest where domain_no = ? and tree_no = ?"
                + " order by position")) {
      statement.setInt(1, domainNo);
      statement.setLong(2, tree);
      List<byte[]> digests = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          digests.add(result.getBytes(1));
        }
      }
      return digests;
    }
  }

  /** Begins a tree, or lets it grow. */
  void put(Tree tree) throws SQLException {
    if (!update(tree)) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into merkle_tree (state, size, root, opened_at, domain_no, tree_no)"
                  + " values (?, ?, ?, ?, ?, ?)")) {
        bind(insert, tree);
        insert.executeUpdate();
      }
    }
  }

  private boolean update(Tree tree) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update merkle_tree set state = ?, size = ?, root = ?, opened_at = ?"
                + " where domain_no = ? and tree_no = ?")) {
      bind(update, tree);
      return update.executeUpdate() == 1;
    }
  }

  private void bind(PreparedStatement statement, Tree tree) throws SQLException {
    statement.setInt(1, tree.state().code());
    statement.setInt(2, tree.size());
    statement.setBytes(3, tree.root().length == 0 ? null : tree.root());
    statement.setLong(4, tree.openedAt());
    statement.setInt(5, domainNo);
    statement.setLong(6, tree.number());
  }

  void addDigests(long tree, int firstPosition, List<byte[]> digests) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into merkle_digest (domain_no, tree_no, position, digest)"
                + " values (?, ?, ?, ?)")) {
      for (int i = 0; i < digests.size(); i++) {
        insert.setInt(1, domainNo);
        insert.setLong(2, tree);
        insert.setInt(3, firstPosition + i);
        insert.setBytes(4, digests.get(i));
        insert.addBatch();
      }
      Batch.execute(insert);
    }
  }
}
