package org.bbc1.node.ledger;

import java.util.HashMap;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.transaction.AssetEntry;
import org.bbc1.transaction.Transaction;

/** Makes of a row what a reader gets: checked, and with its asset files (storage A5). */
final class FoundTransactions {

  private final RowVerifier verifier;
  private final AssetStore files;
  private final AssetFileFindings findings;
  private final int maxFileBytes;
  private final long maxResultBytes;

  /**
   * @param maxFileBytes most bytes that are read of one file
   * @param maxResultBytes once the files of a transaction are larger, the others are left out: a
   *     small transaction may name any number of files that are there already
   */
  FoundTransactions(
      RowVerifier verifier,
      AssetStore files,
      AssetFileFindings findings,
      int maxFileBytes,
      long maxResultBytes) {
    this.verifier = verifier;
    this.files = files;
    this.findings = findings;
    this.maxFileBytes = maxFileBytes;
    this.maxResultBytes = maxResultBytes;
  }

  FoundTransaction of(DomainId domain, StoredRow row) {
    Transaction transaction = verifier.verify(row);
    if (transaction == null) {
      return new FoundTransaction(row.id(), row.data(), null, Map.of(), Map.of());
    }
    Map<AssetId, byte[]> good = new HashMap<>();
    Map<AssetId, byte[]> bad = new HashMap<>();
    for (AssetEntry asset : transaction.assetEntries()) {
      if (sizeOf(good) + sizeOf(bad) > maxResultBytes) {
        break;
      }
      if (asset.fileSize() > 0 && asset.fileDigest() != null) {
        addFile(new AssetKey(domain, asset.assetGroupId(), asset.assetId()), asset, good, bad);
      }
    }
    return new FoundTransaction(row.id(), row.data(), transaction, good, bad);
  }

  private void addFile(
      AssetKey key, AssetEntry asset, Map<AssetId, byte[]> good, Map<AssetId, byte[]> bad) {
    byte[] content = files.read(key, maxFileBytes);
    if (content == null) {
      findings.missing(key);
    } else if (asset.matchesFileDigest(Sha256.of(content))) {
      good.put(key.asset(), content);
    } else {
      bad.put(key.asset(), content);
      findings.compromised(key);
    }
  }

  /** Bytes a found transaction adds to a result. */
  static long sizeOf(FoundTransaction found) {
    return found.data().length + sizeOf(found.assetFiles()) + sizeOf(found.compromisedFiles());
  }

  private static long sizeOf(Map<AssetId, byte[]> contents) {
    return contents.values().stream().mapToLong(content -> content.length).sum();
  }
}
