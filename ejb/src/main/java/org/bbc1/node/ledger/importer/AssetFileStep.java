package org.bbc1.node.ledger.importer;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bbc1.id.DomainId;
import org.bbc1.node.ledger.AdoptedFile;
import org.bbc1.node.ledger.AssetAdoption;
import org.bbc1.node.ledger.AssetKey;
import org.bbc1.node.ledger.LedgerLoader;
import org.bbc1.transaction.AssetEntry;
import org.bbc1.transaction.Transaction;

/** Takes the asset files of transactions over, before the rows that name them are committed. */
final class AssetFileStep {

  private final DomainId domain;
  private final boolean storesAssetFiles;
  private final AssetAdoption adoption;
  private final LedgerLoader loader;
  private final ImportRun run;

  AssetFileStep(ImportSource source, AssetAdoption adoption, LedgerLoader loader, ImportRun run) {
    this.domain = source.domain();
    this.storesAssetFiles = source.storesAssetFiles();
    this.adoption = adoption;
    this.loader = loader;
    this.run = run;
  }

  void adopt(Connection target, List<Transaction> transactions, List<Finding> findings)
      throws SQLException, IOException {
    if (!storesAssetFiles) {
      return;
    }
    List<AdoptedFile> files = new ArrayList<>();
    Set<AssetKey> seen = new HashSet<>();
    for (Transaction transaction : transactions) {
      for (AssetEntry asset : transaction.assetEntries()) {
        AssetKey key = new AssetKey(domain, asset.assetGroupId(), asset.assetId());
        if (asset.fileSize() > 0 && asset.fileDigest() != null && seen.add(key)) {
          AdoptedFile file = adoption.adopt(key, asset);
          note(file, findings);
          files.add(file);
        }
      }
    }
    loader.enterFiles(target, run.domainNo(), files);
  }

  private void note(AdoptedFile file, List<Finding> findings) {
    switch (file.state()) {
      case OK -> run.tally().increment(ImportCount.FILES_OK);
      case MISSING -> {
        run.tally().increment(ImportCount.FILES_MISSING);
        findings.add(finding(FindingKind.MISSING_FILE, file, "not there"));
      }
      case COMPROMISED -> {
        run.tally().increment(ImportCount.FILES_COMPROMISED);
        findings.add(finding(FindingKind.COMPROMISED_FILE, file, "its digest is another one"));
      }
    }
  }

  private static Finding finding(FindingKind kind, AdoptedFile file, String detail) {
    return new Finding(
        kind, file.key().assetGroup().toHex() + "/" + file.key().asset().toHex(), detail);
  }
}
