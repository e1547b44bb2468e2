package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bbc1.node.ledger.entity.AssetFileEntity;
import org.bbc1.node.ledger.entity.AssetFileKey;
import org.bbc1.node.ledger.entity.CrossRefEntity;
import org.bbc1.node.ledger.entity.DomainEntity;
import org.bbc1.node.ledger.entity.LedgerAssetEntity;
import org.bbc1.node.ledger.entity.LedgerEdgeEntity;
import org.bbc1.node.ledger.entity.LedgerTransactionEntity;
import org.bbc1.node.ledger.entity.MerkleBranchEntity;
import org.bbc1.node.ledger.entity.MerkleLeafEntity;
import org.bbc1.node.ledger.entity.MerkleNodeKey;
import org.bbc1.node.ledger.entity.MerkleRootEntity;
import org.bbc1.node.ledger.entity.MerkleRootKey;
import org.bbc1.node.ledger.entity.RepairLogEntity;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The entities against the tables that the scripts make, by the persistence provider of the
 * container.
 */
class EntityTest {

  private static final byte[] ID = TestLedgerTransactions.hash("id");
  private static final byte[] OTHER_ID = TestLedgerTransactions.hash("other id");
  private static final OffsetDateTime MOMENT =
      OffsetDateTime.ofInstant(Instant.ofEpochSecond(1_700_000_000L), ZoneOffset.UTC);

  abstract static class Contract extends LedgerFixture {

    private EntityManagerFactory factory;
    private EntityManager entities;
    private int domainNo;

    @BeforeEach
    void openPersistenceUnit() {
      factory =
          Persistence.createEntityManagerFactory(
              "bbc1",
              Map.of(
                  "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                  "jakarta.persistence.nonJtaDataSource", database.dataSource(),
                  "eclipselink.logging.level", "SEVERE"));
      entities = factory.createEntityManager();
      domainNo = ledger.domains().find(DOMAIN).orElseThrow().number();
    }

    @AfterEach
    void closePersistenceUnit() {
      entities.close();
      factory.close();
    }

    private void persist(Object... rows) {
      entities.getTransaction().begin();
      for (Object row : rows) {
        entities.persist(row);
      }
      entities.getTransaction().commit();
      entities.clear();
    }

    private LedgerTransactionEntity transaction(byte[] id) {
      return new LedgerTransactionEntity(
          domainNo,
          id,
          0x0010,
          new byte[] {16, 0, 1},
          ID,
          2,
          1_700_000_000L,
          1_700_000_000_000L,
          3);
    }

    @Test
    void domain() {
      DomainEntity row = new DomainEntity(OTHER_ID, ID, "{\"a\": 1}");
      persist(row);

      DomainEntity read = entities.find(DomainEntity.class, row.getDomainNo());

      assertThat(read.getDomainId()).isEqualTo(OTHER_ID);
      assertThat(read.getNodeId()).isEqualTo(ID);
      assertThat(read.getConfig()).isEqualTo("{\"a\": 1}");
      assertThat(read.getMessageSeq()).isZero();
    }

    @Test
    void transactionWithAssetAndEdge() {
      LedgerTransactionEntity transaction = transaction(ID);
      persist(transaction);
      long txNo = transaction.getTxNo();
      LedgerAssetEntity asset =
          new LedgerAssetEntity(
              txNo, domainNo, 0, 1, ID, OTHER_ID, null, 5, ID, 1_700_000_000_000L);
      LedgerEdgeEntity edge = new LedgerEdgeEntity(txNo, domainNo, 0, 1, ID, OTHER_ID, null);
      persist(asset, edge);

      LedgerTransactionEntity readTransaction = entities.find(LedgerTransactionEntity.class, txNo);
      assertThat(readTransaction.getTransactionData()).isEqualTo(new byte[] {16, 0, 1});
      assertThat(readTransaction.getWireFormat()).isEqualTo(0x0010);
      assertThat(readTransaction.getTimestampMs()).isEqualTo(1_700_000_000_000L);
      assertThat(readTransaction.getInsertedAt()).isAfter(MOMENT);
      LedgerAssetEntity readAsset = entities.find(LedgerAssetEntity.class, asset.getAssetNo());
      assertThat(readAsset.getTxNo()).isEqualTo(txNo);
      assertThat(readAsset.getUserId()).isNull();
      assertThat(readAsset.getFileDigest()).isEqualTo(ID);
      LedgerEdgeEntity readEdge = entities.find(LedgerEdgeEntity.class, edge.getEdgeNo());
      assertThat(readEdge.getPointTo()).isEqualTo(OTHER_ID);
      assertThat(readEdge.getPointerAssetId()).isNull();
    }

    @Test
    void rowsOfTheWriterAreReadAndNumbersNeverMeet() {
      Transaction first = TestLedgerTransactions.simple();
      insert(first);
      List<LedgerTransactionEntity> rows =
          IntStream.range(0, 120)
              .mapToObj(i -> transaction(TestLedgerTransactions.hash("row " + i)))
              .toList();
      persist(rows.toArray());
      IntStream.range(0, 120).forEach(i -> insert(TestLedgerTransactions.simple()));

      LedgerTransactionEntity read =
          entities
              .createQuery(
                  "select t from LedgerTransactionEntity t where t.transactionId = :id",
                  LedgerTransactionEntity.class)
              .setParameter("id", first.transactionId().toByteArray())
              .getSingleResult();
      assertThat(read.getTransactionData()).isEqualTo(first.serialize());
      assertThat(
              entities
                  .createQuery("select count(t) from LedgerTransactionEntity t", Long.class)
                  .getSingleResult())
          .isEqualTo(241);
    }

    @Test
    void assetFile() {
      persist(new AssetFileEntity(domainNo, ID, OTHER_ID, 7, ID, "a/b/c", 0));

      AssetFileEntity read =
          entities.find(AssetFileEntity.class, new AssetFileKey(domainNo, ID, OTHER_ID));

      assertThat(read.getSize()).isEqualTo(7);
      assertThat(read.getLocation()).isEqualTo("a/b/c");
      assertThat(read.getStoredAt()).isAfter(MOMENT);
      assertThat(read.getCheckedAt()).isNull();
    }

    @Test
    void crossReference() {
      CrossRefEntity row = new CrossRefEntity(domainNo, ID, OTHER_ID, ID);
      persist(row);

      CrossRefEntity read = entities.find(CrossRefEntity.class, row.getCrossRefNo());

      assertThat(read.getOuterDomainId()).isEqualTo(OTHER_ID);
      assertThat(read.getReceivedAt()).isAfter(MOMENT);
    }

    @Test
    void repairLog() {
      RepairLogEntity row =
          new RepairLogEntity(domainNo, ID, null, null, MOMENT, null, null, "requested");
      persist(row);

      RepairLogEntity read = entities.find(RepairLogEntity.class, row.getRepairNo());

      assertThat(read.getRequestedAt().toInstant()).isEqualTo(MOMENT.toInstant());
      assertThat(read.getRepairedAt()).isNull();
      assertThat(read.getOutcome()).isEqualTo("requested");
    }

    @Test
    void merkleTree() {
      persist(
          new MerkleLeafEntity(domainNo, ID, OTHER_ID, ID, new byte[0]),
          new MerkleBranchEntity(domainNo, ID, OTHER_ID, ID),
          new MerkleRootEntity(domainNo, ID, "ethereum:test"));

      MerkleNodeKey key = new MerkleNodeKey(domainNo, ID);
      assertThat(entities.find(MerkleLeafEntity.class, key).getPrev()).isEmpty();
      assertThat(entities.find(MerkleBranchEntity.class, key).getLeafLeft()).isEqualTo(OTHER_ID);
      assertThat(entities.find(MerkleRootEntity.class, new MerkleRootKey(domainNo, ID)).getSpec())
          .isEqualTo("ethereum:test");
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
