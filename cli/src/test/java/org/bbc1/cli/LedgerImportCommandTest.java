package org.bbc1.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.reference.ReferenceLedger;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerImportCommandTest {

  private static final String DOMAIN = "1d".repeat(32);
  private static final String NODE = "2e".repeat(32);
  private static final UserId USER = UserId.fromHex("3f".repeat(32));
  private static final AssetGroupId GROUP = AssetGroupId.fromHex("4a".repeat(32));
  private static final KeyPair KEY = KeyPair.generate(Curve.P256);

  @TempDir Path folder;
  private Path source;
  private Path target;
  private ReferenceLedger reference;

  @BeforeEach
  void createSource() throws Exception {
    source = folder.resolve("reference");
    target = folder.resolve("node");
    reference = ReferenceLedger.create(source, DomainId.fromHex(DOMAIN));
    configure("{\"node_id\": \"" + NODE + "\"}");
  }

  @AfterEach
  void closeSource() throws Exception {
    reference.close();
  }

  private void configure(String section) throws Exception {
    Files.writeString(
        source.resolve("config.json"), "{\"domains\": {\"" + DOMAIN + "\": " + section + "}}");
  }

  /** Transactions without signatures: making many of them is fast. */
  private void fill(int count) throws Exception {
    reference.begin();
    for (int i = 0; i < count; i++) {
      reference.insert(note("note " + i).build());
    }
    reference.commit();
  }

  private static TransactionBuilder note(String text) {
    TransactionBuilder builder = Transaction.builder().timestamp(1_700_000_000_000L);
    builder.addRelation().assetGroup(GROUP).asset(Asset.builder(USER).body(text).build());
    return builder;
  }

  private CommandRun importLedger(Object... more) {
    Object[] arguments = new Object[5 + more.length];
    System.arraycopy(
        new Object[] {"ledger", "import", source, "--workingdir", target}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandRun.of(arguments);
  }

  private static JsonObject onlyReport(CommandRun run) {
    try (JsonReader reader = Json.createReader(new StringReader(run.out()))) {
      return reader.readArray().getJsonObject(0);
    }
  }

  private long transactionsInTarget() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:"
                    + target.resolve("bbc1_ledger")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "sa",
                "");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from ledger_tx")) {
      result.next();
      return result.getLong(1);
    }
  }

  @Test
  void fillsTheDatabaseAndKeepsTheNodeId() throws Exception {
    reference.insert(note("signed").witness(USER).sign(USER, KEY).build());

    CommandRun run = importLedger("--json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonObject report = onlyReport(run);
    assertThat(report.getString("domainId")).isEqualTo(DOMAIN);
    assertThat(report.getBoolean("complete")).isTrue();
    assertThat(report.getJsonObject("counts").getInt("imported")).isEqualTo(1);
    assertThat(report.getJsonObject("sourceRows").getInt("transaction_table")).isEqualTo(1);
    assertThat(report.getJsonObject("ids").getString("sourceSha256"))
        .isEqualTo(report.getJsonObject("ids").getString("ledgerSha256"));
    assertThat(transactionsInTarget()).isEqualTo(1);
    assertThat(target.resolve("config.json")).content().contains(DOMAIN).contains(NODE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rwx------");
    assertThat(source).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
  }

  @Test
  void reportsForPeopleEndWithTheVerdict() throws Exception {
    fill(2);

    CommandRun run = importLedger();

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("domain " + DOMAIN)
        .containsPattern("imported +2")
        .endsWith("every transaction of the source is in the ledger\n");
    assertThat(run.err()).contains("transactions with assets, transactions: 2");
  }

  @Test
  void theFolderOfTheReferenceNodeItselfCanBeFilled() throws Exception {
    fill(2);
    target = source;

    assertThat(importLedger().exitCode()).isEqualTo(ExitCode.OK);

    assertThat(transactionsInTarget()).isEqualTo(2);
  }

  @Test
  void aRejectedTransactionIsNamedAndTheAnswerIsNo() throws Exception {
    fill(1);
    reference.insertRow(new byte[] {(byte) 0xaa, 1}, "junk".getBytes(UTF_8));

    CommandRun run = importLedger();

    assertThat(run.exitCode()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out())
        .contains("rejected aa01: cannot be decoded")
        .endsWith("NOT every transaction of the source is in the ledger\n");
    assertThat(transactionsInTarget()).isEqualTo(1);
  }

  @Test
  void aFolderInUseIsLeftAlone() throws Exception {
    Files.createDirectories(target);
    try (FileChannel channel =
        FileChannel.open(
            target.resolve("bbc1.pid"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();

      CommandRun run = importLedger();

      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
      assertThat(run.err()).contains("in use");
    }
    assertThat(target.resolve("bbc1_ledger.mv.db")).doesNotExist();
  }

  @Test
  void anotherNodeIdOfTheDomainIsRefused() throws Exception {
    fill(1);
    importLedger();
    configure("{\"node_id\": \"" + "5b".repeat(32) + "\"}");

    CommandRun run = importLedger();

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains(NODE).contains("5b".repeat(32));
  }

  @Test
  void whatCannotBeImportedIsExplained() throws Exception {
    CommandRun unknown = importLedger("--domain", "77".repeat(32));
    assertThat(unknown.err()).contains("does not have the domain " + "77".repeat(32));

    configure("{\"node_id\": \"" + NODE + "\", \"db\": {\"db_type\": \"mysql\"}}");
    CommandRun mysql = importLedger();
    assertThat(mysql.err()).contains("only SQLite");

    configure("{}");
    CommandRun never = importLedger();
    assertThat(never.err()).contains("no node_id");

    Files.delete(reference.database());
    CommandRun nothing = importLedger();
    assertThat(nothing.err()).contains("has a ledger");
    CommandRun named = importLedger("--domain", DOMAIN);
    assertThat(named.err()).contains("has no ledger");

    Files.delete(source.resolve("config.json"));
    CommandRun unconfigured = importLedger();
    assertThat(unconfigured.err()).contains("config.json");

    assertThat(new CommandRun[] {unknown, mysql, never, nothing, named, unconfigured})
        .allSatisfy(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE))
        .allSatisfy(run -> assertThat(run.err()).doesNotContain("\tat "));
  }

  @Test
  void aKilledImportGoesOnWhereItStopped() throws Exception {
    int count = 20_000;
    fill(count);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.bbc1.cli.Main",
                "ledger",
                "import",
                source.toString(),
                "--workingdir",
                target.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader err = process.errorReader(UTF_8)) {
      String line = err.readLine();
      while (line != null && !line.contains("transactions: ")) {
        line = err.readLine();
      }
      assertThat(line).isNotNull();
    } finally {
      process.destroyForcibly().waitFor();
    }
    long before = transactionsInTarget();
    assertThat(before).isBetween(1000L, count - 1L);

    CommandRun run = importLedger("--json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonObject report = onlyReport(run);
    assertThat(report.getBoolean("resumed")).isTrue();
    assertThat(report.getBoolean("complete")).isTrue();
    assertThat(report.getJsonObject("counts").getInt("imported")).isEqualTo(count);
    assertThat(report.getJsonObject("counts").getInt("alreadyPresent")).isZero();
    assertThat(transactionsInTarget()).isEqualTo(count);
  }
}
