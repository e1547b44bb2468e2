package org.bbc1.cli.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.config.DomainSections;
import org.bbc1.node.ledger.importer.ImportException;
import org.bbc1.node.ledger.importer.ImportSource;

/** The working folder of a reference node; nothing in it is changed (storage A1). */
public final class ReferenceNode {

  private static final String SQLITE = "sqlite";
  private static final String NAME_OF_OLD = "bbc1_db.sqlite";
  private static final String REPAIR_LOG = "repair_log.json";

  private final Path folder;
  private final Map<DomainId, DomainSection> sections;

  private ReferenceNode(Path folder, Map<DomainId, DomainSection> sections) {
    this.folder = folder;
    this.sections = sections;
  }

  /**
   * Reads the configuration of a node.
   *
   * @param folder its working folder
   * @param configuration its configuration file
   * @throws org.bbc1.node.config.ConfigurationException if it cannot be used
   */
  public static ReferenceNode open(Path folder, Path configuration) {
    return new ReferenceNode(folder, DomainSections.read(configuration));
  }

  /** The domains that have a ledger here; the domain of domains never has. */
  public List<DomainId> domains() {
    return sections.keySet().stream()
        .filter(domain -> !domain.equals(DomainId.GLOBAL_0))
        .filter(domain -> !isSqlite(section(domain)) || database(domain).isPresent())
        .toList();
  }

  /**
   * The section of a domain.
   *
   * @throws ImportException if there is none
   */
  public DomainSection section(DomainId domain) {
    DomainSection section = sections.get(domain);
    if (section == null) {
      throw new ImportException("the source does not have the domain " + domain);
    }
    return section;
  }

  /**
   * Where the ledger of a domain and what belongs to it are.
   *
   * @throws ImportException if there is none that can be imported
   */
  public ImportSource source(DomainId domain) {
    DomainSection section = section(domain);
    if (!isSqlite(section)) {
      throw new ImportException(
          "the ledger of the domain "
              + domain
              + " is in "
              + section.databaseType()
              + "; only SQLite files can be imported");
    }
    Path database =
        database(domain)
            .orElseThrow(
                () -> new ImportException("the domain " + domain + " has no ledger in " + folder));
    NodeId nodeId =
        section
            .nodeId()
            .orElseThrow(
                () ->
                    new ImportException("the domain " + domain + " has no node_id in the source"));
    return new ImportSource(
        domain,
        nodeId,
        database,
        storageRoot(section),
        folder.resolve(domain.toHex()).resolve(REPAIR_LOG),
        section.storesAssetFiles());
  }

  private static boolean isSqlite(DomainSection section) {
    return SQLITE.equals(section.databaseType());
  }

  /** The reference has another name for a database whose name is not configured. */
  private Optional<Path> database(DomainId domain) {
    DomainSection section = section(domain);
    Path place = storageRoot(section).resolve(domain.toHex());
    return Stream.of(section.databaseName(), NAME_OF_OLD)
        .map(place::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** A root of its own is only looked at where the node keeps files. */
  private Path storageRoot(DomainSection section) {
    return section.storesAssetFiles() ? section.storageRoot().orElse(folder) : folder;
  }
}
