package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.ledgersubsystem.MerkleTree;
import org.bbc1.node.ledger.MerkleStore.Place;
import org.bbc1.node.ledger.MerkleStore.State;
import org.bbc1.node.ledger.MerkleStore.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The tables of the ledger subsystem. */
class MerkleStoreTest {

  private static final long NOW = 1_764_000_000_000L;

  private static List<byte[]> digests(int from, int to) {
    List<byte[]> digests = new ArrayList<>();
    for (int i = from; i < to; i++) {
      digests.add(Sha256.of(new byte[] {(byte) i}));
    }
    return digests;
  }

  abstract static class Contract extends LedgerFixture {

    private MerkleStore store;

    @BeforeEach
    void openStore() {
      ledger.domains().register(OTHER_DOMAIN, NODE);
      store = ledger.merkle();
    }

    private Tree treeOf(byte[] digest) {
      return store.find(DOMAIN, digest).map(Place::tree).orElseThrow();
    }

    @Test
    void treeIsCompletedWhenItIsFullAndTheNextBegins() {
      store.append(DOMAIN, digests(0, 3), 4, NOW);
      store.append(DOMAIN, digests(3, 10), 4, NOW + 1);

      assertThat(treeOf(digests(0, 1).get(0)))
          .usingRecursiveComparison()
          .isEqualTo(new Tree(1, State.COMPLETE, 4, MerkleTree.of(digests(0, 4)).root(), NOW));
      assertThat(treeOf(digests(7, 8).get(0)))
          .usingRecursiveComparison()
          .isEqualTo(new Tree(2, State.COMPLETE, 4, MerkleTree.of(digests(4, 8)).root(), NOW + 1));
      assertThat(store.openTree(DOMAIN).orElseThrow().size()).isEqualTo(2);
      assertThat(store.nextToAnchor(DOMAIN).orElseThrow().number()).isEqualTo(1);
      assertThat(store.find(DOMAIN, digests(6, 7).get(0)).orElseThrow().position()).isEqualTo(2);
    }

    @Test
    void openTreeSurvivesARestart() throws Exception {
      store.append(DOMAIN, digests(0, 3), 4096, NOW);
      reopen();

      assertThat(ledger.merkle().openTree(DOMAIN))
          .hasValueSatisfying(
              tree -> {
                assertThat(tree.size()).isEqualTo(3);
                assertThat(tree.openedAt()).isEqualTo(NOW);
              });
      assertThat(ledger.merkle().digests(DOMAIN, 1))
          .usingRecursiveComparison()
          .isEqualTo(digests(0, 3));
    }

    @Test
    void samePairInALaterTreeLosesNothing() {
      store.append(DOMAIN, digests(0, 2), 2, NOW);
      List<byte[]> later = new ArrayList<>(digests(2, 4));
      later.addAll(digests(0, 2));
      later.addAll(digests(4, 6));
      store.append(DOMAIN, later, 6, NOW);

      Tree second = treeOf(digests(2, 3).get(0));
      assertThat(second.number()).isEqualTo(2);
      assertThat(second.root()).isEqualTo(MerkleTree.of(later).root());
      assertThat(store.digests(DOMAIN, 2)).usingRecursiveComparison().isEqualTo(later);
    }

    @Test
    void firstAnchoredTreeCountsThenTheFirst() {
      store.append(DOMAIN, digests(0, 2), 2, NOW);
      store.append(DOMAIN, digests(0, 2), 2, NOW);
      assertThat(treeOf(digests(0, 1).get(0)).number()).isEqualTo(1);
      Tree second = new Tree(2, State.COMPLETE, 2, MerkleTree.of(digests(0, 2)).root(), NOW);

      store.setAnchored(DOMAIN, second, "a:b:c:d");

      assertThat(treeOf(digests(0, 1).get(0)).number()).isEqualTo(2);
    }

    @Test
    void completeTreesStandInTheTablesOfTheReference() throws Exception {
      store.append(DOMAIN, digests(0, 9), 4096, NOW);
      store.completeOpenTree(DOMAIN);
      Tree tree = store.nextToAnchor(DOMAIN).orElseThrow();
      store.setAnchored(DOMAIN, tree, "signed_tree_head:x:y:z");

      assertThat(database.number("select count(*) from merkle_leaf")).isEqualTo(5);
      assertThat(database.number("select count(*) from merkle_branch")).isEqualTo(6);
      assertThat(database.number("select count(*) from merkle_leaf where octet_length(prev) = 0"))
          .isEqualTo(1);
      assertThat(
              database.number(
                  "select count(*) from merkle_leaf a join merkle_leaf b on b.prev = a.digest"))
          .isEqualTo(4);
      assertThat(
              database.number(
                  "select count(*) from merkle_root r join merkle_branch b on b.digest = r.root"
                      + " where r.spec = 'signed_tree_head:x:y:z'"))
          .isEqualTo(1);
      assertThat(store.nextToAnchor(DOMAIN)).isEmpty();
    }

    @Test
    void domainsDoNotSeeEachOther() {
      store.append(DOMAIN, digests(0, 2), 2, NOW);
      store.setEnabled(DOMAIN, true);

      assertThat(store.find(OTHER_DOMAIN, digests(0, 1).get(0))).isEmpty();
      assertThat(store.nextToAnchor(OTHER_DOMAIN)).isEmpty();
      assertThat(store.isEnabled(OTHER_DOMAIN)).isFalse();
      store.append(OTHER_DOMAIN, digests(5, 6), 2, NOW);
      assertThat(store.openTree(OTHER_DOMAIN).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void switchIsRemembered() throws Exception {
      assertThat(store.isEnabled(DOMAIN)).isFalse();
      store.setEnabled(DOMAIN, true);
      reopen();
      assertThat(ledger.merkle().isEnabled(DOMAIN)).isTrue();
      ledger.merkle().setEnabled(DOMAIN, false);
      assertThat(ledger.merkle().isEnabled(DOMAIN)).isFalse();
    }

    @Test
    void receiptIsWrittenOnce() {
      store.append(DOMAIN, digests(0, 2), 2, NOW);
      store.putReceipt(DOMAIN, 1, "anchor", "first");
      store.putReceipt(DOMAIN, 1, "anchor", "second");

      assertThat(store.receipt(DOMAIN, 1, "anchor")).contains("first");
      assertThat(store.receipt(DOMAIN, 1, "other")).isEmpty();
    }

    @Test
    void appendIsAllOrNothing() {
      List<byte[]> withTooLong = new ArrayList<>(digests(0, 5));
      withTooLong.add(new byte[33]);

      assertThatThrownBy(() -> store.append(DOMAIN, withTooLong, 2, NOW))
          .isInstanceOf(LedgerUnavailableException.class);

      assertThat(store.find(DOMAIN, digests(0, 1).get(0))).isEmpty();
      assertThat(store.openTree(DOMAIN)).isEmpty();
      assertThat(store.nextToAnchor(DOMAIN)).isEmpty();
    }

    @Test
    void completingNothingDoesNothing() {
      store.completeOpenTree(DOMAIN);
      assertThat(store.nextToAnchor(DOMAIN)).isEmpty();
    }

    @Test
    void unknownDomainIsSaid() {
      DomainId nobody = DomainId.of(TestLedgerTransactions.hash("nobody"));
      assertThatThrownBy(() -> store.append(nobody, digests(0, 1), 2, NOW))
          .isInstanceOf(UnknownDomainException.class);
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
