package org.bbc1.node.ledger.importer;

import java.nio.file.Path;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;

/**
 * One domain of a reference node, as its configuration describes it (storage A1).
 *
 * @param domain the domain
 * @param nodeId id of the node in the domain, which it keeps
 * @param database the SQLite file
 * @param storageRoot folder above those of the domains, in which the asset files are
 * @param repairLog the file of repairs; it need not exist
 * @param storesAssetFiles whether the node keeps asset files; false: the application does
 */
public record ImportSource(
    DomainId domain,
    NodeId nodeId,
    Path database,
    Path storageRoot,
    Path repairLog,
    boolean storesAssetFiles) {

  /** Folder of the domain, above those of its asset groups. */
  Path domainFolder() {
    return storageRoot.resolve(domain.toHex());
  }
}
