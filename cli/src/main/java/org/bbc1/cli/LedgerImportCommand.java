package org.bbc1.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bbc1.cli.importer.ImportTexts;
import org.bbc1.cli.importer.ReferenceNode;
import org.bbc1.cli.importer.TargetNode;
import org.bbc1.id.DomainId;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.ledger.LedgerSchemaException;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.bbc1.node.ledger.importer.ImportException;
import org.bbc1.node.ledger.importer.ImportOptions;
import org.bbc1.node.ledger.importer.ImportReport;
import org.bbc1.node.ledger.importer.ImportSource;
import org.bbc1.node.ledger.importer.ImportStage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc1 ledger import}. */
@Command(
    name = "import",
    description = {
      "Takes the ledgers, asset files and node ids of a reference node (bbc1 for Python, SQLite)"
          + " over into a node that does not run. The source is only read.",
      "An import that was cut off goes on; one that was finished may be repeated and takes what has"
          + " come since. PostgreSQL by BBC1_DB_SUBURL, BBC1_DB_USER and BBC1_DB_PASSWORD, as for"
          + " the node."
    })
final class LedgerImportCommand implements Callable<Integer> {

  private static final long TOLD_EVERY = 10_000;

  @Parameters(paramLabel = "SOURCE", description = "Working folder of the reference node.")
  private Path source = Path.of("");

  @Option(
      names = "--source-config",
      paramLabel = "FILE",
      description = "Configuration of the reference node (default: config.json in SOURCE).")
  private @Nullable Path sourceConfig;

  @Option(
      names = {"-w", "--workingdir"},
      paramLabel = "FOLDER",
      defaultValue = ".bbc1",
      description = "Working folder of the node to fill (default: ${DEFAULT-VALUE}).")
  private Path workingDirectory = Path.of(".bbc1");

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Configuration of the node to fill (default: config.json in its folder).")
  private @Nullable Path config;

  @Option(
      names = {"-d", "--domain"},
      paramLabel = "HEX",
      description = "Import this domain only; may be repeated (default: all that have a ledger).")
  private List<String> domains = new ArrayList<>();

  @Option(
      names = "--link",
      description =
          "Make hard links to the asset files instead of copies; on one file system only, and only"
              + " if the reference node does not go on.")
  private boolean link;

  @Option(
      names = "--list",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "How many rejected transactions and findings to print; the tables import_rejected and"
              + " import_finding hold all (default: ${DEFAULT-VALUE}).")
  private int listed = 100;

  @Mixin private Output output = new Output();

  private long told;
  private @Nullable ImportStage toldStage;

  @Override
  public Integer call() {
    // Held here, since a logger that nobody holds forgets its level.
    Logger migration = Logger.getLogger("org.flywaydb");
    migration.setLevel(Level.WARNING);
    try {
      return run();
    } catch (ImportException
        | ConfigurationException
        | LedgerUnavailableException
        | LedgerSchemaException e) {
      throw new UserErrorException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UserErrorException("a file cannot be used: " + e, e);
    }
  }

  private int run() throws IOException {
    ReferenceNode reference =
        ReferenceNode.open(
            source, sourceConfig == null ? source.resolve("config.json") : sourceConfig);
    List<DomainId> wanted =
        domains.isEmpty()
            ? reference.domains()
            : domains.stream()
                .map(hex -> LedgerOptions.id("--domain", hex, DomainId::fromHex))
                .toList();
    if (wanted.isEmpty()) {
      throw new UserErrorException("no domain of " + source + " has a ledger");
    }
    // All are looked at before the first is imported.
    List<ImportSource> sources = wanted.stream().map(reference::source).toList();
    List<ImportReport> reports = new ArrayList<>();
    try (TargetNode node = TargetNode.open(this::setting)) {
      for (ImportSource domain : sources) {
        reports.add(importDomain(node, domain, reference.section(domain.domain())));
      }
    }
    if (output.isJson()) {
      output.json(ImportTexts.json(reports));
    }
    return reports.stream().allMatch(ImportReport::complete) ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  /** Each report is printed as soon as it is there; a later domain may fail. */
  private ImportReport importDomain(TargetNode node, ImportSource domain, DomainSection section)
      throws IOException {
    told = 0;
    toldStage = null;
    ImportReport report =
        node.run(
            domain,
            section,
            new ImportOptions(link, ImportOptions.PIECE_ROWS, Math.max(0, listed)),
            this::tell);
    if (!output.isJson()) {
      ImportTexts.lines(report).forEach(line -> output.line(Texts.printable(line)));
    }
    return report;
  }

  private void tell(ImportStage stage, long transactions) {
    if (stage != toldStage || transactions - told >= TOLD_EVERY) {
      toldStage = stage;
      told = transactions;
      output.err().println("bbc1: " + ImportTexts.words(stage) + ", transactions: " + transactions);
      output.err().flush();
    }
  }

  /** The settings of a node: options, then system properties, then the environment. */
  private Optional<String> setting(String key) {
    if (key.equals("bbc1.workingdir")) {
      return Optional.of(workingDirectory.toString());
    }
    if (key.equals("bbc1.config")) {
      return Optional.ofNullable(config).map(Path::toString);
    }
    return Optional.ofNullable(System.getProperty(key))
        .or(
            () ->
                Optional.ofNullable(
                    System.getenv(
                        key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT))));
  }
}
