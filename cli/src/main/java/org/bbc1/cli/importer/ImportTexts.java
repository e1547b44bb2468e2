package org.bbc1.cli.importer;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bbc1.node.ledger.importer.Finding;
import org.bbc1.node.ledger.importer.IdComparison;
import org.bbc1.node.ledger.importer.ImportCount;
import org.bbc1.node.ledger.importer.ImportReport;
import org.bbc1.node.ledger.importer.RejectedTransaction;

/** The report of an import, for people and for programs. */
public final class ImportTexts {

  private static final String COUNT = "  %-34s %d";

  private ImportTexts() {}

  /** The name of a constant in words. */
  public static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A report for people, line by line. */
  public static List<String> lines(ImportReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "domain %s%s"
            .formatted(report.domain(), report.resumed() ? ", begun by an earlier import" : ""));
    lines.add("  source %s, %s".formatted(report.source(), report.sourceVersion()));
    report
        .sourceRows()
        .forEach((table, rows) -> lines.add(COUNT.formatted("rows of " + table, rows)));
    for (Map.Entry<ImportCount, Long> count : report.counts().entrySet()) {
      lines.add(COUNT.formatted(words(count.getKey()), count.getValue()));
    }
    addIds(lines, report.ids());
    for (RejectedTransaction rejected : report.rejected()) {
      lines.add("  rejected %s: %s".formatted(rejected.transactionId(), rejected.reason()));
    }
    for (Finding finding : report.findings()) {
      lines.add(
          "  %s %s: %s".formatted(words(finding.kind()), finding.subject(), finding.detail()));
    }
    lines.add(
        report.complete()
            ? "  every transaction of the source is in the ledger"
            : "  NOT every transaction of the source is in the ledger");
    return lines;
  }

  private static void addIds(List<String> lines, IdComparison ids) {
    lines.add(
        "  ids of the source %d, SHA-256 %s".formatted(ids.sourceCount(), ids.sourceSha256()));
    lines.add(
        "  ids of the ledger %d, SHA-256 %s".formatted(ids.ledgerCount(), ids.ledgerSha256()));
    lines.add(COUNT.formatted("ids only in the source", ids.onlyInSource()));
    lines.add(COUNT.formatted("ids only in the ledger", ids.onlyInLedger()));
  }

  /** Reports for programs. */
  public static JsonArray json(List<ImportReport> reports) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    reports.forEach(report -> array.add(json(report)));
    return array.build();
  }

  private static JsonObjectBuilder json(ImportReport report) {
    JsonObjectBuilder rows = Json.createObjectBuilder();
    report.sourceRows().forEach(rows::add);
    JsonObjectBuilder counts = Json.createObjectBuilder();
    for (ImportCount count : ImportCount.values()) {
      counts.add(camelCase(count), report.count(count));
    }
    return Json.createObjectBuilder()
        .add("domainId", report.domain().toHex())
        .add("source", report.source())
        .add("sourceVersion", report.sourceVersion())
        .add("resumed", report.resumed())
        .add("complete", report.complete())
        .add("sourceRows", rows)
        .add("counts", counts)
        .add("ids", json(report.ids()))
        .add("rejected", rejected(report.rejected()))
        .add("findings", findings(report.findings()));
  }

  private static JsonObjectBuilder json(IdComparison ids) {
    return Json.createObjectBuilder()
        .add("sourceCount", ids.sourceCount())
        .add("sourceSha256", ids.sourceSha256())
        .add("ledgerCount", ids.ledgerCount())
        .add("ledgerSha256", ids.ledgerSha256())
        .add("onlyInSource", ids.onlyInSource())
        .add("onlyInLedger", ids.onlyInLedger());
  }

  private static JsonArrayBuilder rejected(List<RejectedTransaction> rejected) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (RejectedTransaction transaction : rejected) {
      array.add(
          Json.createObjectBuilder()
              .add("transactionId", transaction.transactionId())
              .add("dataSha256", transaction.dataSha256())
              .add("reason", transaction.reason()));
    }
    return array;
  }

  private static JsonArrayBuilder findings(List<Finding> findings) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Finding finding : findings) {
      array.add(
          Json.createObjectBuilder()
              .add("kind", camelCase(finding.kind()))
              .add("subject", finding.subject())
              .add("detail", finding.detail()));
    }
    return array;
  }

  /** {@code ASSET_ROWS} becomes {@code assetRows}. */
  private static String camelCase(Enum<?> constant) {
    String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      name.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[i].substring(1));
    }
    return name.toString();
  }
}
