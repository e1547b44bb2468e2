package org.bbc1.node.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetId;
import org.bbc1.id.NodeId;
import org.bbc1.id.TransactionId;
import org.bbc1.node.ledger.importer.Finding;
import org.bbc1.node.ledger.importer.FindingKind;
import org.bbc1.node.ledger.importer.ImportCount;
import org.bbc1.node.ledger.importer.ImportException;
import org.bbc1.node.ledger.importer.ImportOptions;
import org.bbc1.node.ledger.importer.ImportProgress;
import org.bbc1.node.ledger.importer.ImportReport;
import org.bbc1.node.ledger.importer.ImportSource;
import org.bbc1.node.ledger.importer.ImportStage;
import org.bbc1.node.ledger.importer.LedgerImport;
import org.bbc1.node.ledger.importer.RejectedTransaction;
import org.bbc1.reference.ReferenceLedger;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.FormatType;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.bbc1.transaction.TransactionValidator;
import org.bbc1.transaction.codec.Dialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerImportTest {

  private static final NodeId REFERENCE_NODE =
      NodeId.of(TestLedgerTransactions.hash("reference node"));
  private static final byte[] FILE = "content of the file".getBytes(US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final ImportProgress SILENT = (stage, transactions) -> {};

  abstract static class Contract extends LedgerFixture {

    private ReferenceLedger reference;

    @BeforeEach
    void createReferenceLedger() throws Exception {
      reference = ReferenceLedger.create(folder.resolve("reference"), DOMAIN);
    }

    @AfterEach
    void closeReferenceLedger() throws Exception {
      reference.close();
    }

    private ImportReport importLedger() throws IOException {
      return importLedger(root(), false, SILENT);
    }

    private ImportReport importLedger(Path assets, boolean link, ImportProgress progress)
        throws IOException {
      return new LedgerImport(
              database.dataSource(),
              new TransactionValidator(SignatureEngines.bouncyCastle()),
              Clock.fixed(NOW, ZoneOffset.UTC),
              new ImportOptions(link, 3, 100))
          .run(source(), assets, progress);
    }

    private ImportSource source() {
      return new ImportSource(
          DOMAIN,
          REFERENCE_NODE,
          reference.database(),
          reference.folder().getParent(),
          reference.folder().resolve("repair_log.json"),
          true);
    }

    private List<Transaction> fill(int count) throws Exception {
      List<Transaction> transactions = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Transaction transaction = TestLedgerTransactions.simple();
        reference.insert(transaction);
        transactions.add(transaction);
      }
      return transactions;
    }

    private void assertNothingRemarkable(ImportReport report) {
      assertThat(report.complete()).isTrue();
      assertThat(report.rejected()).isEmpty();
      assertThat(report.findings()).isEmpty();
      assertThat(report.ids().sourceSha256()).isEqualTo(report.ids().ledgerSha256());
    }

    private static Finding finding(FindingKind kind, Transaction transaction, String detail) {
      return new Finding(kind, transaction.transactionId().toHex(), detail);
    }

    @Test
    void transactionsComeInTheOrderInWhichTheReferenceInsertedThem() throws Exception {
      List<Transaction> transactions = fill(10);

      ImportReport report = importLedger();

      assertNothingRemarkable(report);
      assertThat(report.count(ImportCount.IMPORTED)).isEqualTo(10);
      assertThat(report.sourceRows()).containsEntry("transaction_table", 10L);
      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 100))
          .isEqualTo(idsOf(transactions));
      assertThat(
              search(
                  new SearchCondition(TestLedgerTransactions.GROUP, null, null, null, null),
                  Direction.DESCENDING,
                  3))
          .isEqualTo(idsOf(List.of(transactions.get(9), transactions.get(8), transactions.get(7))));
      assertThat(database.number("select count(*) from ledger_tx where origin = 3")).isEqualTo(10);
    }

    @Test
    void bytesAreKeptInEveryWireFormat() throws Exception {
      Transaction zipped = TestLedgerTransactions.zipped(TestLedgerTransactions.simple());
      reference.insert(zipped);

      importLedger();

      assertThat(find(zipped).intact()).isTrue();
      assertThat(find(zipped).data()).isEqualTo(zipped.serialize());
    }

    @ParameterizedTest
    @EnumSource(FormatType.class)
    void legacyTransactionsComeWithTheirFiles(FormatType type) throws Exception {
      for (Dialect dialect : Dialect.values()) {
        for (int idLength : new int[] {32, 20}) {
          Transaction legacy = legacy(type, dialect, idLength);
          reference.insert(legacy);
          reference.storeFile(legacy, FILE);
        }
      }

      ImportReport report = importLedger();

      assertNothingRemarkable(report);
      assertThat(report.count(ImportCount.FILES_OK)).isPositive();
      for (FoundTransaction found :
          ledger.search(DOMAIN, SearchCondition.NONE, Direction.ASCENDING, 100)) {
        assertThat(found.intact()).isTrue();
        assertThat(found.assetFiles().values()).containsExactly(FILE);
      }
    }

    private static Transaction legacy(FormatType type, Dialect dialect, int idLength) {
      TransactionBuilder builder = TransactionBuilder.legacy(type, idLength, dialect);
      Asset asset =
          builder
              .asset(TestLedgerTransactions.USER)
              .body(type + " " + dialect + " " + idLength)
              .file(FILE)
              .build();
      builder.addRelation().assetGroup(TestLedgerTransactions.GROUP).asset(asset);
      return TestLedgerTransactions.sign(builder, TestLedgerTransactions.USER);
    }

    @Test
    void linksAndEveryKindOfAssetAreFound() throws Exception {
      Transaction earlier = TestLedgerTransactions.simple();
      AssetId raw = AssetId.of(TestLedgerTransactions.hash("raw"));
      AssetId hashed = AssetId.of(TestLedgerTransactions.hash("hashed"));
      TransactionBuilder builder = TestLedgerTransactions.builder(1_700_000_000_000L).version(2);
      TestLedgerTransactions.addAsset(
              builder, TestLedgerTransactions.GROUP, TestLedgerTransactions.USER, new byte[0])
          .pointer(earlier.transactionId());
      builder
          .addRelation()
          .assetGroup(TestLedgerTransactions.OTHER_GROUP)
          .assetRaw(raw, "raw body".getBytes(US_ASCII));
      builder
          .addRelation()
          .assetGroup(TestLedgerTransactions.OTHER_GROUP)
          .assetHash(List.of(hashed));
      Transaction later = TestLedgerTransactions.sign(builder, TestLedgerTransactions.USER);
      reference.insert(earlier);
      reference.insert(later);

      assertNothingRemarkable(importLedger());

      assertThat(
              ids(
                  ledger
                      .traverse(
                          DOMAIN,
                          earlier.transactionId(),
                          TraverseRequest.of(TraverseRequest.Way.FUTURE, 2, 10))
                      .levels()
                      .get(1)))
          .isEqualTo(idsOf(List.of(later)));
      assertThat(
              database.number(
                  "select count(*) from ledger_asset where user_id is null and kind in (2, 3)"))
          .isEqualTo(2);
    }

    @Test
    void transactionsWithoutRowsOfAssetsFollowTheOthers() throws Exception {
      Transaction early = TestLedgerTransactions.simple();
      reference.insertRow(early.transactionId().toByteArray(), early.serialize());
      List<Transaction> others = fill(4);

      ImportReport report = importLedger();

      List<Transaction> expected = new ArrayList<>(others);
      expected.add(early);
      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 100)).isEqualTo(idsOf(expected));
      assertThat(report.count(ImportCount.ASSET_ROWS_MISSING)).isEqualTo(1);
      assertThat(report.findings())
          .containsExactly(
              finding(FindingKind.ASSET_ROWS, early, "1 missing, 0 surplus, 0 repeated"));
    }

    @Test
    void rowsThatTheTransactionDoesNotAskForAreCountedAndListedButNotImported() throws Exception {
      Transaction transaction =
          TestLedgerTransactions.pointingTo(TestLedgerTransactions.simple().transactionId());
      reference.insert(transaction);
      reference.insertAssets(transaction);
      byte[] id = transaction.transactionId().toByteArray();
      byte[] other = TestLedgerTransactions.hash("other");
      reference.execute(
          "insert into asset_info_table (transaction_id, asset_group_id) values (?, ?)", id, other);
      reference.execute("update topology_table set point_to = ?", other);
      reference.execute(
          "insert into asset_info_table (transaction_id, asset_group_id) values (?, ?)",
          other,
          other);
      reference.execute("insert into topology_table (base, point_to) values (?, ?)", other, id);

      ImportReport report = importLedger();

      assertThat(report.count(ImportCount.ASSET_ROWS_DUPLICATE)).isEqualTo(1);
      assertThat(report.count(ImportCount.ASSET_ROWS_SURPLUS)).isEqualTo(1);
      assertThat(report.count(ImportCount.ASSET_ROWS_WITHOUT_TIMESTAMP)).isEqualTo(1);
      assertThat(report.count(ImportCount.LINK_ROWS_MISSING)).isEqualTo(1);
      assertThat(report.count(ImportCount.LINK_ROWS_SURPLUS)).isEqualTo(1);
      assertThat(report.count(ImportCount.ASSET_ROWS_ORPHANED)).isEqualTo(1);
      assertThat(report.count(ImportCount.LINK_ROWS_ORPHANED)).isEqualTo(1);
      assertThat(report.findings())
          .contains(
              finding(FindingKind.ASSET_ROWS, transaction, "0 missing, 1 surplus, 1 repeated"),
              finding(FindingKind.LINK_ROWS, transaction, "1 missing, 1 surplus, 0 repeated"));
      assertThat(database.number("select count(*) from ledger_asset")).isEqualTo(1);
      assertThat(database.number("select count(*) from ledger_edge")).isEqualTo(1);
      assertThat(report.complete()).isTrue();
    }

    @Test
    void timesOfAnOldLedgerComeFromItsTransactions() throws Exception {
      reference.close();
      reference = ReferenceLedger.createOld(folder.resolve("old"), DOMAIN);
      Transaction inSeconds = TestLedgerTransactions.simple(1_600_000_000L);
      reference.insert(inSeconds);

      ImportReport report = importLedger();

      assertNothingRemarkable(report);
      assertThat(report.sourceVersion()).isEqualTo("ver=1");
      assertThat(report.count(ImportCount.ASSET_ROWS_WITHOUT_TIMESTAMP)).isEqualTo(1);
      assertThat(database.number("select timestamp_ms from ledger_asset"))
          .isEqualTo(1_600_000_000_000L);
    }

    @Test
    void aTransactionUnderAWrongIdIsPutAsideWithItsBytes() throws Exception {
      List<Transaction> good = fill(2);
      Transaction misplaced = TestLedgerTransactions.simple();
      byte[] wrongId = TestLedgerTransactions.hash("wrong id");
      reference.insertRow(wrongId, misplaced.serialize());

      ImportReport report = importLedger();

      assertThat(report.complete()).isFalse();
      assertThat(report.count(ImportCount.IMPORTED)).isEqualTo(2);
      assertThat(report.count(ImportCount.REJECTED)).isEqualTo(1);
      assertThat(report.rejected())
          .containsExactly(
              new RejectedTransaction(
                  HexFormat.of().formatHex(wrongId),
                  HexFormat.of().formatHex(Sha256.of(misplaced.serialize())),
                  "its bytes have the id " + misplaced.transactionId().toHex()));
      assertThat(report.ids().onlyInSource()).isEqualTo(1);
      assertThat(report.ids().sourceSha256()).isNotEqualTo(report.ids().ledgerSha256());
      assertThat(
              database.execute(
                  "delete from import_rejected where transaction_data = ?", misplaced.serialize()))
          .isEqualTo(1);
      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 10)).isEqualTo(idsOf(good));
    }

    @Test
    void aForgedSignatureIsRejected() throws Exception {
      Transaction signed = TestLedgerTransactions.simple();
      byte[] data = signed.serialize();
      // The signature stands at the end.
      data[data.length - 1] ^= 1;
      reference.insertRow(Transaction.read(data).transactionId().toByteArray(), data);

      ImportReport report = importLedger();

      assertThat(report.rejected())
          .extracting(RejectedTransaction::reason)
          .containsExactly("a signature does not verify");
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isZero();
    }

    @Test
    void rowsThatCannotBeDecodedAreRejectedEachWithItsReason() throws Exception {
      reference.insertRow(TestLedgerTransactions.hash("junk"), new byte[] {9, 9, 9});
      reference.insertRow(TestLedgerTransactions.hash("empty"), new byte[0]);
      reference.insertRow(TestLedgerTransactions.hash("null"), null);
      reference.insertRow(null, TestLedgerTransactions.simple().serialize());
      reference.insertRow(null, new byte[] {1});
      byte[] cut = TestLedgerTransactions.simple().serialize();
      reference.insertRow(TestLedgerTransactions.hash("cut"), Arrays.copyOf(cut, cut.length / 2));

      ImportReport report = importLedger();

      assertThat(report.count(ImportCount.REJECTED)).isEqualTo(6);
      assertThat(report.rejected())
          .hasSize(6)
          .allSatisfy(
              rejected ->
                  assertThat(rejected.reason())
                      .matches("no data|no transaction id|cannot be decoded: .+"));
    }

    @Test
    void aTransactionThatTheSourceHasRepairedComesWithTheNextRun() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      byte[] id = transaction.transactionId().toByteArray();
      reference.insert(transaction);
      reference.execute("update transaction_table set transaction_data = x'0909'");
      assertThat(importLedger().complete()).isFalse();

      reference.execute("delete from transaction_table");
      reference.insertRow(id, transaction.serialize());
      reference.insertAssets(transaction);
      ImportReport report = importLedger();

      assertThat(report.complete()).isTrue();
      assertThat(report.count(ImportCount.ASSET_ROWS_DUPLICATE)).isEqualTo(1);
      assertThat(find(transaction).intact()).isTrue();
      assertThat(database.number("select count(*) from import_rejected")).isEqualTo(1);
    }

    @Test
    void repeatingTakesOnlyWhatHasComeSince() throws Exception {
      fill(7);
      importLedger();
      List<Transaction> late = fill(2);
      Transaction own = TestLedgerTransactions.simple();
      insert(own);

      ImportReport report = importLedger();

      assertThat(report.resumed()).isFalse();
      assertThat(report.count(ImportCount.ALREADY_PRESENT)).isEqualTo(7);
      assertThat(report.count(ImportCount.IMPORTED)).isEqualTo(2);
      assertThat(report.complete()).isTrue();
      assertThat(report.ids().onlyInLedger()).isEqualTo(1);
      assertThat(database.number("select count(*) from ledger_asset")).isEqualTo(10);
      assertThat(ids(ledger.search(DOMAIN, SearchCondition.NONE, Direction.DESCENDING, 2)))
          .isEqualTo(idsOf(List.of(late.get(1), late.get(0))));
    }

    @Test
    void aRunThatWasCutOffGoesOnAndReportsTheWhole() throws Exception {
      List<Transaction> transactions = fill(8);
      reference.insertRow(TestLedgerTransactions.hash("junk"), new byte[] {1});
      List<ImportStage> before = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  importLedger(
                      root(),
                      false,
                      (stage, done) -> {
                        before.add(stage);
                        if (before.size() == 2) {
                          throw new IllegalStateException("killed");
                        }
                      }))
          .hasMessage("killed");
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isEqualTo(6);
      reopen();

      List<Long> after = new ArrayList<>();
      ImportReport report = importLedger(root(), false, (stage, done) -> after.add(done));

      assertThat(report.resumed()).isTrue();
      assertThat(after.get(0)).isEqualTo(8);
      assertThat(report.count(ImportCount.IMPORTED)).isEqualTo(8);
      assertThat(report.count(ImportCount.ALREADY_PRESENT)).isZero();
      assertThat(report.count(ImportCount.REJECTED)).isEqualTo(1);
      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 100))
          .isEqualTo(idsOf(transactions));
    }

    @Test
    void aRunThatIsCutOffAfterEachOfItsPiecesStillEndsTheSame() throws Exception {
      List<Transaction> transactions = fill(5);
      for (Transaction transaction : List.copyOf(transactions)) {
        Transaction withFile = TestLedgerTransactions.withFile(FILE);
        reference.insert(withFile);
        reference.storeFile(withFile, FILE);
        transactions.add(withFile);
        crossReference(transaction.transactionId());
      }
      reference.logRepair("no json");
      ImportReport report = null;
      for (int attempts = 0; report == null && attempts < 100; attempts++) {
        report = importOnePiece();
      }

      assertThat(report).isNotNull();
      assertThat(report.count(ImportCount.IMPORTED)).isEqualTo(10);
      assertThat(report.count(ImportCount.FILES_OK)).isEqualTo(5);
      assertThat(report.count(ImportCount.CROSS_REFERENCES)).isEqualTo(5);
      assertThat(report.count(ImportCount.REPAIRS_UNREADABLE)).isEqualTo(1);
      assertThat(search(SearchCondition.NONE, Direction.ASCENDING, 100))
          .isEqualTo(idsOf(transactions));
    }

    private ImportReport importOnePiece() throws IOException {
      try {
        return importLedger(
            root(),
            false,
            (stage, done) -> {
              throw new IllegalStateException("killed");
            });
      } catch (IllegalStateException e) {
        return null;
      }
    }

    private void crossReference(TransactionId id) throws Exception {
      reference.execute(
          "insert into cross_ref_table (transaction_id, outer_domain_id, txid_having_cross_ref)"
              + " values (?, ?, ?)",
          id.toByteArray(),
          OTHER_DOMAIN.toByteArray(),
          TestLedgerTransactions.hash("referrer"));
    }

    @Test
    void crossReferencesAreMerged() throws Exception {
      TransactionId id = fill(1).get(0).transactionId();
      crossReference(id);
      crossReference(id);
      reference.execute("insert into cross_ref_table (transaction_id) values (x'01')");

      ImportReport report = importLedger();
      importLedger();

      assertThat(report.count(ImportCount.CROSS_REFERENCES)).isEqualTo(2);
      assertThat(report.count(ImportCount.CROSS_REFERENCES_INCOMPLETE)).isEqualTo(1);
      assertThat(database.number("select count(*) from cross_ref")).isEqualTo(1);
    }

    @Test
    void merkleTreesAreCopiedAndNoPredecessorBecomesAnEmptyOne() throws Exception {
      byte[] left = TestLedgerTransactions.hash("left");
      byte[] right = TestLedgerTransactions.hash("right");
      byte[] leaf = TestLedgerTransactions.hash("leaf");
      byte[] root = TestLedgerTransactions.hash("root");
      reference.execute("insert into merkle_leaf_table values (?, ?, ?, null)", leaf, left, right);
      reference.execute("insert into merkle_leaf_table values (null, ?, ?, ?)", left, right, leaf);
      reference.execute("insert into merkle_branch_table values (?, ?, ?)", root, leaf, leaf);
      reference.execute(
          "insert into merkle_root_table values (?, 'ethereum:ropsten:BBcAnchor:0x12')", root);

      ImportReport report = importLedger();

      assertThat(report.count(ImportCount.MERKLE_ROWS)).isEqualTo(3);
      assertThat(report.count(ImportCount.MERKLE_ROWS_INCOMPLETE)).isEqualTo(1);
      assertThat(
              database.number(
                  "select count(*) from merkle_leaf where octet_length(prev) = 0"
                      + " and octet_length(leaf_right) = 32"))
          .isEqualTo(1);
      assertThat(database.number("select count(*) from merkle_branch")).isEqualTo(1);
      assertThat(
              database.number(
                  "select count(*) from merkle_root"
                      + " where spec = 'ethereum:ropsten:BBcAnchor:0x12'"))
          .isEqualTo(1);
    }

    @Test
    void repairsAreCopiedOnceAndWhatIsNoneIsListed() throws Exception {
      String node = "ab".repeat(32);
      reference.logRepair(
          "{\"transaction_id\": \"%s\", \"request_at\": 1600000000, \"repaired_by\": \"%s\","
                  .formatted("01".repeat(32), node)
              + " \"repaired_at\": 1600000005}");
      reference.logRepair(
          "{\"asset_group_id\": \"%s\", \"asset_id\": \"%s\", \"request_at\": 1600000000.5,"
                  .formatted("02".repeat(32), "03".repeat(32))
              + " \"repaired_by\": \"locally\", \"repaired_at\": 1600000006}");
      reference.logRepair("{\"transaction_id\": \"no hex\", \"request_at\": 1}");
      reference.logRepair("{\"transaction_id\": \"01\", \"request_at\": 1e400}");
      reference.logRepair("{\"transaction_id\": \"01\", \"request_at\": 1e600000000}");
      reference.logRepair("[]");
      reference.logRepair("half a li");

      ImportReport report = importLedger();
      importLedger();

      assertThat(report.count(ImportCount.REPAIRS)).isEqualTo(2);
      assertThat(report.count(ImportCount.REPAIRS_UNREADABLE)).isEqualTo(5);
      assertThat(report.findings())
          .contains(new Finding(FindingKind.REPAIR_LINE, "7", "half a li"));
      assertThat(database.number("select count(*) from repair_log")).isEqualTo(2);
      assertThat(
              database.execute(
                  "delete from repair_log where repaired_by = ? and outcome is null",
                  HexFormat.of().parseHex(node)))
          .isEqualTo(1);
      assertThat(
              database.number(
                  "select count(*) from repair_log where transaction_id is null"
                      + " and outcome = 'locally' and octet_length(asset_id) = 32"))
          .isEqualTo(1);
    }

    @Test
    void filesAreCopiedAndTheSourceStaysAsItIs() throws Exception {
      Transaction transaction = TestLedgerTransactions.withFile(FILE);
      reference.insert(transaction);
      reference.storeFile(transaction, FILE);
      Files.writeString(reference.folder().resolve("ledger_subsystem.json"), "{\"count\": 1}");
      byte[] before = Files.readAllBytes(reference.database());

      assertNothingRemarkable(importLedger());

      assertThat(find(transaction).assetFiles().values()).containsExactly(FILE);
      assertThat(database.number("select count(*) from asset_file where state = 0")).isEqualTo(1);
      assertThat(reference.fileOf(transaction)).hasBinaryContent(FILE);
      assertThat(reference.database()).hasBinaryContent(before);
    }

    @Test
    void filesBecomeHardLinksIfAskedFor() throws Exception {
      Transaction transaction = TestLedgerTransactions.withFile(FILE);
      reference.insert(transaction);
      reference.storeFile(transaction, FILE);

      importLedger(root(), true, SILENT);

      Path place =
          root()
              .resolve(
                  new AssetKey(
                          DOMAIN,
                          TestLedgerTransactions.GROUP,
                          TestLedgerTransactions.assetOf(transaction))
                      .location());
      assertThat(Files.isSameFile(place, reference.fileOf(transaction))).isTrue();
    }

    @Test
    void filesThatAreInTheirPlacesAlreadyStayThere() throws Exception {
      Transaction transaction = TestLedgerTransactions.withFile(FILE);
      reference.insert(transaction);
      reference.storeFile(transaction, FILE);

      ImportReport report = importLedger(folder.resolve("reference"), false, SILENT);

      assertNothingRemarkable(report);
      assertThat(report.count(ImportCount.FILES_OK)).isEqualTo(1);
      assertThat(database.number("select count(*) from asset_file where state = 0")).isEqualTo(1);
    }

    @Test
    void missingAndDamagedFilesAreNotedAndStrayOnesListed() throws Exception {
      Transaction without = TestLedgerTransactions.withFile(FILE);
      Transaction damaged = TestLedgerTransactions.withFile(FILE);
      reference.insert(without);
      reference.insert(damaged);
      reference.storeFile(damaged, "other".getBytes(US_ASCII));
      Files.writeString(reference.folder().resolve("notes.txt"), "mine");
      Path stray = reference.folder().resolve("ab".repeat(32)).resolve("cd".repeat(32));
      Files.createDirectories(stray.getParent());
      Files.writeString(stray, "stray");
      Files.writeString(stray.resolveSibling("no hex"), "stray");

      ImportReport report = importLedger();

      assertThat(report.count(ImportCount.FILES_MISSING)).isEqualTo(1);
      assertThat(report.count(ImportCount.FILES_COMPROMISED)).isEqualTo(1);
      assertThat(report.count(ImportCount.FILES_STRAY)).isEqualTo(3);
      assertThat(report.findings())
          .extracting(Finding::kind)
          .containsExactlyInAnyOrder(
              FindingKind.MISSING_FILE,
              FindingKind.COMPROMISED_FILE,
              FindingKind.STRAY_FILE,
              FindingKind.STRAY_FILE,
              FindingKind.STRAY_FILE);
      assertThat(database.number("select count(*) from asset_file where state = 1")).isEqualTo(1);
      assertThat(database.number("select count(*) from asset_file where state = 2")).isEqualTo(1);
      assertThat(find(damaged).compromisedFiles()).hasSize(1);
      assertThat(stray).hasContent("stray");
    }

    @Test
    void aDamagedFileDoesNotReplaceAGoodOne() throws Exception {
      Transaction transaction = TestLedgerTransactions.withFile(FILE);
      insert(transaction, TestLedgerTransactions.files(transaction, FILE));
      reference.insert(transaction);
      reference.storeFile(transaction, "other".getBytes(US_ASCII));

      ImportReport report = importLedger();

      assertThat(report.count(ImportCount.FILES_OK)).isEqualTo(1);
      assertThat(find(transaction).assetFiles().values()).containsExactly(FILE);
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws Exception {
      Transaction transaction = TestLedgerTransactions.withFile(FILE);
      reference.insert(transaction);
      Path elsewhere = Files.write(folder.resolve("elsewhere"), FILE);
      Files.createDirectories(reference.fileOf(transaction).getParent());
      Files.createSymbolicLink(reference.fileOf(transaction), elsewhere);

      assertThat(importLedger().count(ImportCount.FILES_MISSING)).isEqualTo(1);
    }

    @Test
    void aDamagedRowOfTheLedgerIsReplaced() throws Exception {
      Transaction transaction = TestLedgerTransactions.simple();
      insert(transaction);
      tamper(transaction, new byte[] {1});
      reference.insert(transaction);

      assertThat(importLedger().count(ImportCount.IMPORTED)).isEqualTo(1);

      assertThat(find(transaction).intact()).isTrue();
    }

    @Test
    void theNodeKeepsItsIdAndBeginsItsMessageSequenceNow() throws Exception {
      fill(1);

      importLedger();

      assertThat(ledger.domains().find(DOMAIN).orElseThrow().nodeId()).isEqualTo(REFERENCE_NODE);
      assertThat(database.number("select message_seq from domain")).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void whatIsNoLedgerOfAKnownVersionIsRefused() throws Exception {
      reference.execute("update version_table set version = 'ver=3'");
      assertThatThrownBy(this::importLedger)
          .isInstanceOf(ImportException.class)
          .hasMessageContaining("ver=3");
      reference.execute("drop table transaction_table");
      assertThatThrownBy(this::importLedger)
          .isInstanceOf(ImportException.class)
          .hasMessageContaining("transaction_table");
      reference.close();
      Files.writeString(reference.database(), "no database at all, but long enough to be read");
      assertThatThrownBy(this::importLedger)
          .isInstanceOf(ImportException.class)
          .hasMessageContaining("cannot be read");
      Files.delete(reference.database());
      assertThatThrownBy(this::importLedger)
          .isInstanceOf(ImportException.class)
          .hasMessageContaining("not there");
    }
  }

  @Nested
  class OnH2 extends Contract {
    @Override
    TestDatabase createDatabase(Path folder) {
      return new H2TestDatabase(folder);
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestDatabase createDatabase(Path folder) throws Exception {
      return PostgresTestDatabase.onSharedServer();
    }
  }
}
