package org.bbc1.node.ledger.importer;

import java.util.List;
import java.util.Map;
import org.bbc1.id.DomainId;

/**
 * What became of the import of one domain. If it was cut off and went on, the counts are those of
 * all its parts.
 *
 * @param domain the domain
 * @param source path of the database that was read
 * @param sourceVersion what it says of its version
 * @param resumed whether the run was begun by an earlier process
 * @param sourceRows rows of each table of the source, by its name there
 * @param counts what was counted; what is 0 is left out
 * @param ids the transaction ids of both sides
 * @param rejected the first of the transactions that were put aside; all are in the table {@code
 *     import_rejected}
 * @param findings the first of the findings; all are in the table {@code import_finding}
 */
public record ImportReport(
    DomainId domain,
    String source,
    String sourceVersion,
    boolean resumed,
    Map<String, Long> sourceRows,
    Map<ImportCount, Long> counts,
    IdComparison ids,
    List<RejectedTransaction> rejected,
    List<Finding> findings) {

  /** Copies the lists; the maps are handed over. */
  public ImportReport {
    rejected = List.copyOf(rejected);
    findings = List.copyOf(findings);
  }

  /** One of the counts. */
  public long count(ImportCount count) {
    return counts.getOrDefault(count, 0L);
  }

  /** Whether every transaction of the source is in the ledger. */
  public boolean complete() {
    return ids.onlyInSource() == 0 && count(ImportCount.REJECTED) == 0;
  }
}
