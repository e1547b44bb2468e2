package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssetFilesTest {

  private static final byte[] FILE = "the file".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "not file".getBytes(StandardCharsets.UTF_8);

  abstract static class Contract extends LedgerFixture {

    private Path place(Transaction transaction) {
      return root()
          .resolve(DOMAIN.toHex())
          .resolve(TestLedgerTransactions.GROUP.toHex())
          .resolve(TestLedgerTransactions.assetOf(transaction).toHex());
    }

    private Transaction insertedWithFile() {
      Transaction transaction = TestLedgerTransactions.withFile(FILE);
      assertThat(insert(transaction, TestLedgerTransactions.files(transaction, FILE)))
          .isEqualTo(InsertOutcome.INSERTED);
      return transaction;
    }

    private List<Path> incoming() throws Exception {
      try (Stream<Path> files = Files.list(root().resolve(".incoming"))) {
        return files.toList();
      }
    }

    private long state() throws Exception {
      return database.number("select state from asset_file");
    }

    @Test
    void fileIsInItsPlaceWhenTheInsertIsAnswered() throws Exception {
      Transaction transaction = insertedWithFile();

      assertThat(place(transaction)).hasBinaryContent(FILE);
      assertThat(incoming()).isEmpty();
      assertThat(find(transaction).assetFiles())
          .containsOnlyKeys(TestLedgerTransactions.assetOf(transaction))
          .values()
          .containsExactly(FILE);
      assertThat(find(transaction).compromisedFiles()).isEmpty();
    }

    @Test
    void filesBelongToTheOwnerAlone() throws Exception {
      Transaction transaction = insertedWithFile();

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place(transaction))))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(place(transaction).getParent())))
          .isEqualTo("rwx------");
    }

    @Test
    void filesOfOtherAssetsAreIgnored() {
      Transaction transaction = TestLedgerTransactions.simple();
      AssetId stranger = AssetId.of(new byte[] {1, 2});

      insert(transaction, Map.of(stranger, FILE));

      assertThat(root().resolve(DOMAIN.toHex())).doesNotExist();
    }

    @Test
    void fileThatDoesNotMatchIsRefused() throws Exception {
      Transaction transaction = TestLedgerTransactions.withFile(FILE);

      assertThatThrownBy(
              () -> insert(transaction, TestLedgerTransactions.files(transaction, OTHER)))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isZero();
    }

    @Test
    void fileNamedManyTimesIsWrittenOncePerGroup() throws Exception {
      Transaction transaction = namedInManyRelations(5, 2);

      insert(transaction, TestLedgerTransactions.files(transaction, FILE));

      assertThat(database.number("select count(*) from asset_file")).isEqualTo(2);
      assertThat(incoming()).isEmpty();
    }

    @Test
    void transactionWithTooManyFilesIsRefusedAndLeavesNothing() throws Exception {
      Transaction transaction = namedInManyRelations(1, FileStaging.MAX_FILES + 1);

      assertThatThrownBy(() -> insert(transaction, TestLedgerTransactions.files(transaction, FILE)))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(incoming()).isEmpty();
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isZero();
    }

    private Transaction namedInManyRelations(int times, int groups) {
      Asset asset = Asset.builder(TestLedgerTransactions.USER).file(FILE).build();
      TransactionBuilder builder = TestLedgerTransactions.builder(1_700_000_000_000L);
      for (int group = 0; group < groups; group++) {
        for (int i = 0; i < times; i++) {
          builder
              .addRelation()
              .assetGroup(TestLedgerTransactions.group("group " + group))
              .asset(asset);
        }
      }
      return TestLedgerTransactions.sign(builder, TestLedgerTransactions.USER);
    }

    @Test
    void changedFileIsReportedAndNoted() throws Exception {
      Transaction transaction = insertedWithFile();
      Files.write(place(transaction), OTHER);

      FoundTransaction found = find(transaction);

      assertThat(found.intact()).isTrue();
      assertThat(found.assetFiles()).isEmpty();
      assertThat(found.compromisedFiles()).values().containsExactly(OTHER);
      await().untilAsserted(() -> assertThat(state()).isEqualTo(2));
    }

    @Test
    void filesBeyondTheSizeOfAResultAreNotEvenRead() throws Exception {
      byte[] file = new byte[1000];
      TransactionBuilder builder = TestLedgerTransactions.builder(1_700_000_000_000L);
      for (int i = 0; i < 3; i++) {
        TestLedgerTransactions.addAsset(
            builder, TestLedgerTransactions.GROUP, TestLedgerTransactions.USER, file);
      }
      Transaction transaction = TestLedgerTransactions.sign(builder, TestLedgerTransactions.USER);
      Map<AssetId, byte[]> files = new HashMap<>();
      transaction.assetEntries().forEach(asset -> files.put(asset.assetId(), file));
      insert(transaction, files);

      LedgerSettings small = new LedgerSettings(100, 1 << 20, 10, 1 << 20, 1500, 1 << 20, 10);
      try (JdbcLedger limited = open(new FolderAssetStore(root()), small)) {
        FoundTransaction found = limited.find(DOMAIN, transaction.transactionId()).orElseThrow();

        assertThat(found.intact()).isTrue();
        assertThat(found.assetFiles()).hasSize(2);
        assertThat(found.compromisedFiles()).isEmpty();
      }
    }

    @Test
    void missingFileIsLeftOutAndNoted() throws Exception {
      Transaction transaction = insertedWithFile();
      Files.delete(place(transaction));

      FoundTransaction found = find(transaction);

      assertThat(found.intact()).isTrue();
      assertThat(found.assetFiles()).isEmpty();
      assertThat(found.compromisedFiles()).isEmpty();
      await().untilAsserted(() -> assertThat(state()).isEqualTo(1));
    }

    @Test
    void neitherLinksNorFoldersAreRead() throws Exception {
      Transaction link = insertedWithFile();
      Files.delete(place(link));
      Path secret = Files.write(folder.resolve("secret"), OTHER);
      Files.createSymbolicLink(place(link), secret);
      Transaction directory = insertedWithFile();
      Files.delete(place(directory));
      Files.createDirectory(place(directory));

      assertThat(find(link).compromisedFiles()).isEmpty();
      assertThat(find(directory).compromisedFiles()).isEmpty();
    }

    @Test
    void duplicateWritesNoFile() throws Exception {
      Transaction transaction = insertedWithFile();
      Files.delete(place(transaction));

      assertThat(insert(transaction, TestLedgerTransactions.files(transaction, FILE)))
          .isEqualTo(InsertOutcome.DUPLICATE_SAME);

      assertThat(place(transaction)).doesNotExist();
      assertThat(incoming()).isEmpty();
    }

    @Test
    void repairPutsAGoodFileInThePlaceOfABadOne() throws Exception {
      Transaction transaction = insertedWithFile();
      Files.write(place(transaction), OTHER);
      find(transaction);
      await().untilAsserted(() -> assertThat(state()).isEqualTo(2));

      assertThat(
              insert(
                  ledger,
                  Origin.REPAIR,
                  transaction,
                  TestLedgerTransactions.files(transaction, FILE)))
          .isEqualTo(InsertOutcome.DUPLICATE_SAME);

      assertThat(find(transaction).assetFiles()).values().containsExactly(FILE);
      assertThat(state()).isZero();
    }

    @Test
    void badFileInTheWayIsReplacedAndAGoodOneStays() throws Exception {
      Transaction bad = TestLedgerTransactions.withFile(FILE);
      Files.createDirectories(place(bad).getParent());
      Files.write(place(bad), OTHER);
      Transaction good = TestLedgerTransactions.withFile(FILE);
      Files.write(place(good), FILE);
      Object key = fileKey(good);

      insert(bad, TestLedgerTransactions.files(bad, FILE));
      insert(good, TestLedgerTransactions.files(good, FILE));

      assertThat(place(bad)).hasBinaryContent(FILE);
      assertThat(fileKey(good)).isEqualTo(key);
    }

    private Object fileKey(Transaction transaction) throws Exception {
      return Files.readAttributes(place(transaction), BasicFileAttributes.class).fileKey();
    }

    @Test
    void theFirstContentOfAnAssetIdWins() throws Exception {
      Transaction first = insertedWithFile();
      AssetKey key =
          new AssetKey(DOMAIN, TestLedgerTransactions.GROUP, TestLedgerTransactions.assetOf(first));
      StagedFile usurper =
          new StagedFile(key, folder.resolve("usurper"), OTHER.length, Sha256.of(OTHER));
      AssetFileRows rows = new AssetFileRows(dialect());

      try (var connection = database.dataSource().getConnection()) {
        assertThat(rows.enter(connection, domainNo(), List.of(usurper))).isEmpty();
      }
    }

    private LedgerDialect dialect() throws Exception {
      try (var connection = database.dataSource().getConnection()) {
        return LedgerDialect.of(connection);
      }
    }

    private int domainNo() {
      return ledger.domains().find(DOMAIN).orElseThrow().number();
    }

    @Test
    void sameFileInTwoGroupsIsStoredTwice() throws Exception {
      TransactionBuilder builder = TestLedgerTransactions.builder(1_700_000_000_000L);
      TestLedgerTransactions.addAsset(
          builder, TestLedgerTransactions.GROUP, TestLedgerTransactions.USER, FILE);
      TestLedgerTransactions.addAsset(
          builder, TestLedgerTransactions.OTHER_GROUP, TestLedgerTransactions.USER, FILE);
      Transaction transaction = TestLedgerTransactions.sign(builder, TestLedgerTransactions.USER);
      Map<AssetId, byte[]> files =
          Map.of(
              transaction.assetEntries().get(0).assetId(), FILE,
              transaction.assetEntries().get(1).assetId(), FILE);

      insert(transaction, files);

      assertThat(find(transaction).assetFiles()).hasSize(2);
      assertThat(database.number("select count(*) from asset_file")).isEqualTo(2);
    }

    @Test
    void crashBetweenCommitAndMoveIsFinishedAtTheNextStart() throws Exception {
      Transaction transaction = insertedWithFile();
      Files.delete(place(transaction));
      stage(transaction);

      reopen();

      assertThat(find(transaction).assetFiles()).values().containsExactly(FILE);
      assertThat(incoming()).isEmpty();
    }

    @Test
    void crashBeforeCommitAndJunkAreRemovedAtTheNextStart() throws Exception {
      stage(TestLedgerTransactions.withFile(FILE));
      Files.write(root().resolve(".incoming").resolve("junk"), OTHER);
      Files.write(root().resolve(".incoming").resolve("zz.aa.bb.cc"), OTHER);

      reopen();

      assertThat(incoming()).isEmpty();
      try (Stream<Path> files = Files.walk(root().resolve(DOMAIN.toHex()))) {
        assertThat(files.filter(Files::isRegularFile)).isEmpty();
      }
    }

    @Test
    void fileCutByACrashIsNotPutInPlace() throws Exception {
      Transaction transaction = insertedWithFile();
      Files.write(stage(transaction).path(), OTHER);

      reopen();

      assertThat(place(transaction)).hasBinaryContent(FILE);
      assertThat(incoming()).isEmpty();
    }

    private StagedFile stage(Transaction transaction) throws Exception {
      AssetKey key =
          new AssetKey(
              DOMAIN, TestLedgerTransactions.GROUP, TestLedgerTransactions.assetOf(transaction));
      return new FolderAssetStore(root()).stage(key, FILE, Sha256.of(FILE));
    }

    @Test
    void folderThatCannotBeWrittenFailsTheInsertAndStoresNothing() throws Exception {
      Files.write(root(), OTHER); // a file in the place of the folder
      Transaction transaction = TestLedgerTransactions.withFile(FILE);

      assertThatThrownBy(() -> insert(transaction, TestLedgerTransactions.files(transaction, FILE)))
          .isInstanceOf(LedgerUnavailableException.class);
      assertThat(ledger.count(DOMAIN, SearchCondition.NONE)).isZero();
      assertThat(ledger.isWritable()).isFalse();
      assertThat(ledger.probe()).isFalse();

      Files.delete(root());

      assertThat(ledger.probe()).isTrue();
      assertThat(ledger.isWritable()).isTrue();
      assertThat(insert(transaction, TestLedgerTransactions.files(transaction, FILE)))
          .isEqualTo(InsertOutcome.INSERTED);
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
