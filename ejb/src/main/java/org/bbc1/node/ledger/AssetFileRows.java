package org.bbc1.node.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * The table of asset files. The row decides which content belongs to an asset: that of the first
 * insert.
 */
final class AssetFileRows {

  private static final String INSERT =
      "insert into asset_file (domain_no, asset_group_id, asset_id, size, sha256, location, state)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String SET_STATE =
      "update asset_file set state = ?, checked_at = current_timestamp"
          + " where domain_no = ? and asset_group_id = ? and asset_id = ? and state <> ?";

  private final LedgerDialect dialect;

  AssetFileRows(LedgerDialect dialect) {
    this.dialect = dialect;
  }

  static String existing(LedgerDialect dialect) {
    return "select f.asset_id, f.sha256, f.state from "
        + dialect.idsTable()
        + " join asset_file f on f.asset_id = i.id where f.domain_no = ? and f.asset_group_id = ?";
  }

  private record Known(byte[] sha256, AssetFileState state) {}

  /**
   * Enters files.
   *
   * @param files of one domain
   * @return those that are to be published: the others have another content than the row that was
   *     there first
   */
  List<StagedFile> enter(Connection connection, int domainNo, List<StagedFile> files)
      throws SQLException {
    Map<AssetKey, StagedFile> firsts = new LinkedHashMap<>();
    files.forEach(file -> firsts.putIfAbsent(file.key(), file));
    Map<AssetKey, Known> known = existing(connection, domainNo, firsts);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (StagedFile file : firsts.values()) {
        Known row = known.get(file.key());
        if (row == null) {
          addInsert(insert, domainNo, AdoptedFile.of(file));
          known.put(file.key(), new Known(file.sha256(), AssetFileState.OK));
        } else if (row.state() != AssetFileState.OK && Arrays.equals(row.sha256(), file.sha256())) {
          setState(connection, domainNo, file.key(), AssetFileState.OK);
        }
      }
      Batch.execute(insert);
    }
    return files.stream().filter(file -> isContentOf(known.get(file.key()), file)).toList();
  }

  private static boolean isContentOf(@Nullable Known row, StagedFile file) {
    return row != null && Arrays.equals(row.sha256(), file.sha256());
  }

  private static void addInsert(PreparedStatement insert, int domainNo, AdoptedFile file)
      throws SQLException {
    bindKey(insert, 1, domainNo, file.key());
    insert.setLong(4, file.size());
    insert.setBytes(5, file.sha256());
    insert.setString(6, file.key().location());
    insert.setInt(7, file.state().ordinal());
    insert.addBatch();
  }

  /**
   * Enters files as they were found in their places. A row that is there already only takes the
   * state; a file without a whole digest gets none.
   */
  void adopt(Connection connection, int domainNo, List<AdoptedFile> files) throws SQLException {
    Map<AssetKey, AdoptedFile> firsts = new LinkedHashMap<>();
    files.stream()
        .filter(AdoptedFile::hasWholeDigest)
        .forEach(file -> firsts.putIfAbsent(file.key(), file));
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (AdoptedFile file : firsts.values()) {
        addInsert(insert, domainNo, file);
      }
      Batch.execute(insert);
    }
    for (AdoptedFile file : firsts.values()) {
      setState(connection, domainNo, file.key(), file.state());
    }
  }

  private Map<AssetKey, Known> existing(
      Connection connection, int domainNo, Map<AssetKey, StagedFile> files) throws SQLException {
    Map<AssetGroupId, List<AssetKey>> byGroup =
        files.keySet().stream().collect(Collectors.groupingBy(AssetKey::assetGroup));
    Map<AssetKey, Known> known = new HashMap<>();
    for (List<AssetKey> keys : byGroup.values()) {
      addExisting(connection, domainNo, keys, known);
    }
    return known;
  }

  private void addExisting(
      Connection connection, int domainNo, List<AssetKey> keys, Map<AssetKey, Known> known)
      throws SQLException {
    AssetKey first = keys.get(0);
    try (PreparedStatement statement = connection.prepareStatement(existing(dialect))) {
      statement.setArray(
          1, dialect.idArray(connection, keys.stream().map(AssetKey::asset).toList()));
      statement.setInt(2, domainNo);
      statement.setBytes(3, first.assetGroup().toByteArray());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          known.put(
              new AssetKey(first.domain(), first.assetGroup(), AssetId.of(result.getBytes(1))),
              new Known(result.getBytes(2), stateOf(result.getInt(3))));
        }
      }
    }
  }

  private static AssetFileState stateOf(int code) {
    return code < AssetFileState.values().length
        ? AssetFileState.values()[code]
        : AssetFileState.MISSING;
  }

  /** Digest of the file that belongs to an asset; null if none is known. */
  byte @Nullable [] sha256Of(Connection connection, int domainNo, AssetKey key)
      throws SQLException {
    Map<AssetKey, Known> known = new HashMap<>();
    addExisting(connection, domainNo, List.of(key), known);
    Known row = known.get(key);
    return row == null ? null : row.sha256();
  }

  /**
   * Notes what was found when a file was read. Does nothing if there is no row or it says so
   * already.
   */
  void setState(Connection connection, int domainNo, AssetKey key, AssetFileState state)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET_STATE)) {
      statement.setInt(1, state.ordinal());
      bindKey(statement, 2, domainNo, key);
      statement.setInt(5, state.ordinal());
      statement.executeUpdate();
    }
  }

  private static void bindKey(PreparedStatement statement, int first, int domainNo, AssetKey key)
      throws SQLException {
    statement.setInt(first, domainNo);
    statement.setBytes(first + 1, key.assetGroup().toByteArray());
    statement.setBytes(first + 2, key.asset().toByteArray());
  }
}
