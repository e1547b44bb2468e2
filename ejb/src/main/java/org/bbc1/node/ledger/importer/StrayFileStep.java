package org.bbc1.node.ledger.importer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * Lists what lies in the folder of the domain and belongs to no asset of an imported transaction;
 * it stays where it is.
 */
final class StrayFileStep implements ImportStep {

  private static final String KNOWN =
      "select 1 from ledger_asset where domain_no = ? and asset_group_id = ? and asset_id = ?"
          + " and file_digest is not null limit 1";
  private static final String OPEN_TREE = "ledger_subsystem.json";
  private static final List<String> COMPANIONS = List.of("", "-journal", "-wal", "-shm");

  private final ImportSource source;
  private final ImportRun run;

  StrayFileStep(ImportSource source, ImportRun run) {
    this.source = source;
    this.run = run;
  }

  @Override
  public long advance(Connection target, long position) throws SQLException, IOException {
    Path folder = source.domainFolder();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            lookInto(target, entry);
          } else if (!isOwn(entry)) {
            list(target, entry);
          }
        }
      }
    }
    return DONE;
  }

  /** What a reference node keeps beside the asset files. */
  private boolean isOwn(Path file) {
    String name = file.getFileName().toString();
    return file.equals(source.repairLog())
        || name.equals(OPEN_TREE)
        || COMPANIONS.stream()
            .anyMatch(suffix -> name.equals(source.database().getFileName() + suffix));
  }

  private void lookInto(Connection target, Path group) throws SQLException, IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(group)) {
      for (Path file : files) {
        if (!isKnown(target, group.getFileName().toString(), file.getFileName().toString())) {
          list(target, file);
        }
      }
    }
  }

  private boolean isKnown(Connection target, String group, String asset) throws SQLException {
    byte[] groupId = id(group);
    byte[] assetId = id(asset);
    if (groupId.length == 0 || assetId.length == 0) {
      return false;
    }
    try (PreparedStatement statement = target.prepareStatement(KNOWN)) {
      statement.setInt(1, run.domainNo());
      statement.setBytes(2, groupId);
      statement.setBytes(3, assetId);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  /** The id a file is named by; empty if the name is none. */
  private static byte[] id(String name) {
    try {
      return HexFormat.of().parseHex(name);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private void list(Connection target, Path file) throws SQLException {
    String path = source.domainFolder().relativize(file).toString().replace('\0', '?');
    new FindingTable(run)
        .add(target, List.of(new Finding(FindingKind.STRAY_FILE, path, "belongs to no asset")));
    run.tally().increment(ImportCount.FILES_STRAY);
  }
}
