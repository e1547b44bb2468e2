package org.bbc1.node.ledgersubsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.ledgersubsystem.AnchorState;
import org.bbc1.ledgersubsystem.SignedTreeHead;
import org.bbc1.ledgersubsystem.TreeHead;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.ledger.LedgerBusyException;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.bbc1.node.ledger.MerkleStore.Tree;
import org.bbc1.node.ledger.MerkleTestStore;
import org.bbc1.node.time.VirtualScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees on a real database, in virtual time; everything runs on the thread of the test. */
class LedgerSubsystemsTest {

  private static final DomainId DOMAIN = DomainId.fromHex("d0".repeat(32));
  private static final DomainId SECOND = DomainId.fromHex("d1".repeat(32));
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private final VirtualScheduler time = new VirtualScheduler();
  private final KeyPair key = KeyPair.generate(Curve.P256);
  private MerkleTestStore tables;
  private LedgerSubsystems subsystems;

  /** Signed tree heads, which can be made to fail or hang. */
  private final class Unreliable implements Anchor {

    private final Anchor heads =
        new TreeHeadAnchor(
            tables.store(),
            head -> SignedTreeHead.sign(head, key),
            folder,
            time.clock(),
            Runnable::run);
    private final List<Long> attempts = new ArrayList<>();
    private boolean failing;
    private CompletableFuture<AnchorSpec> hanging;

    @Override
    public String name() {
      return heads.name();
    }

    @Override
    public CompletionStage<AnchorSpec> publish(DomainId domain, Tree tree) {
      attempts.add(tree.number());
      if (failing) {
        throw new IllegalStateException("the anchor of this test fails");
      }
      return hanging == null ? heads.publish(domain, tree) : hanging;
    }

    @Override
    public AnchorSpec specOf(Tree tree, String receipt) {
      return heads.specOf(tree, receipt);
    }
  }

  private Unreliable anchor;

  @BeforeEach
  void start() throws Exception {
    tables = MerkleTestStore.in(folder, DOMAIN, SECOND);
    anchor = new Unreliable();
    subsystems = subsystems(Runnable::run);
    open(DOMAIN, 4);
    subsystems.setEnabled(DOMAIN, true);
  }

  @AfterEach
  void stop() throws Exception {
    subsystems.stop();
    tables.close();
  }

  private LedgerSubsystems subsystems(Executor executor) {
    return new LedgerSubsystems(false, tables.store(), anchor, time, time.clock(), executor);
  }

  private void open(DomainId domain, int maxTransactions) {
    JsonObject section =
        Json.createObjectBuilder()
            .add("use_ledger_subsystem", true)
            .add(
                "ledger_subsystem",
                Json.createObjectBuilder()
                    .add("max_transactions", maxTransactions)
                    .add("max_seconds", 3600))
            .build();
    subsystems.opening(
        new Domain(domain, NodeId.of(domain.toByteArray()), DomainSection.of("domain", section)));
  }

  private static byte[] digest(int number) {
    byte[] digest = new byte[32];
    digest[0] = (byte) number;
    return digest;
  }

  private void register(int... numbers) {
    for (int number : numbers) {
      assertThat(subsystems.register(DOMAIN, digest(number)).toCompletableFuture())
          .isCompletedWithValue(null);
    }
  }

  private Evidence evidence(int number) {
    return subsystems.verify(DOMAIN, digest(number)).toCompletableFuture().join();
  }

  private AnchorState state(int number) {
    return evidence(number).state();
  }

  @Test
  void fullTreeIsAnchoredAtOnce() {
    register(1, 2, 3);
    assertThat(state(1)).isEqualTo(AnchorState.PENDING);

    register(4);

    for (int number = 1; number <= 4; number++) {
      Evidence.Proof proof = evidence(number).proof();
      SignedTreeHead head = SignedTreeHead.parse(proof.receipt());
      assertThat(proof.path().rootOf(digest(number))).isEqualTo(head.head().root());
      assertThat(head.isSignedBy(key.publicPart())).isTrue();
      assertThat(head.head().size()).isEqualTo(4);
    }
    assertThat(state(5)).isEqualTo(AnchorState.UNKNOWN);
  }

  @Test
  void firstDigestOfATreeWaitsNoLongerThanConfigured() {
    time.advance(HOUR.multipliedBy(3));
    register(1);
    time.advance(HOUR.minusMillis(1));
    assertThat(state(1)).isEqualTo(AnchorState.PENDING);

    time.advance(Duration.ofMillis(1));

    assertThat(state(1)).isEqualTo(AnchorState.ANCHORED);
    register(2);
    time.advance(HOUR);
    assertThat(evidence(2).proof().spec().block()).isEqualTo(2);
  }

  @Test
  void oddLimitIsRoundedUp() {
    open(SECOND, 3);
    subsystems.setEnabled(SECOND, true);
    for (int i = 0; i < 3; i++) {
      subsystems.register(SECOND, digest(i));
    }
    assertThat(subsystems.verify(SECOND, digest(0)).toCompletableFuture().join().state())
        .isEqualTo(AnchorState.PENDING);

    subsystems.register(SECOND, digest(3));

    assertThat(subsystems.verify(SECOND, digest(0)).toCompletableFuture().join().state())
        .isEqualTo(AnchorState.ANCHORED);
  }

  @Test
  void samePairInALaterTreeLeavesEveryDigestProvable() {
    register(1, 2, 3, 4);
    register(5, 6, 1, 2);

    for (int number = 1; number <= 6; number++) {
      assertThat(state(number)).as("digest %d", number).isEqualTo(AnchorState.ANCHORED);
    }
    assertThat(evidence(1).proof().spec().block()).isEqualTo(1);
    assertThat(evidence(5).proof().spec().block()).isEqualTo(2);
  }

  @Test
  void failedAnchorIsTriedAgainWithGrowingPausesAndNothingIsLost() {
    anchor.failing = true;
    register(1, 2, 3, 4);
    register(5, 6, 7, 8);

    assertThat(state(1)).isEqualTo(AnchorState.FAILED);
    assertThat(state(5)).isEqualTo(AnchorState.PENDING);
    time.advance(Duration.ofSeconds(15));
    assertThat(anchor.attempts).containsOnly(1L).hasSize(5);

    anchor.failing = false;
    time.advance(Duration.ofSeconds(16));

    assertThat(state(1)).isEqualTo(AnchorState.ANCHORED);
    assertThat(state(5)).isEqualTo(AnchorState.ANCHORED);
  }

  @Test
  void pauseBetweenAttemptsIsAnHourAtMost() {
    anchor.failing = true;
    register(1, 2, 3, 4);
    time.advance(Duration.ofDays(10));
    int attempts = anchor.attempts.size();

    time.advance(HOUR);

    assertThat(anchor.attempts).hasSize(attempts + 1);
  }

  @Test
  void hangingAnchorHoldsNeitherVerifyingNorRegistering() {
    anchor.hanging = new CompletableFuture<>();
    register(1, 2, 3, 4);
    assertThat(state(1)).isEqualTo(AnchorState.PENDING);

    time.advance(Duration.ofSeconds(30));

    assertThat(state(1)).isEqualTo(AnchorState.FAILED);
    register(5);
    time.advance(HOUR.multipliedBy(5));
    assertThat(anchor.attempts).as("attempts that hang").hasSize(1);

    anchor.hanging.completeExceptionally(new IllegalStateException("gone at last"));
    anchor.hanging = null;
    time.advance(HOUR);

    assertThat(state(1)).isEqualTo(AnchorState.ANCHORED);
    assertThat(state(5)).isEqualTo(AnchorState.ANCHORED);
  }

  @Test
  void whatADatabaseFailureInterruptsGoesOnAfterwards() throws Exception {
    register(1);
    tables.stop();
    assertThat(subsystems.register(DOMAIN, digest(2)).toCompletableFuture())
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(LedgerUnavailableException.class);
    time.advance(HOUR);
    tables.start();

    time.advance(Duration.ofSeconds(10));

    assertThat(state(1)).isEqualTo(AnchorState.ANCHORED);
    assertThat(state(2)).isEqualTo(AnchorState.UNKNOWN);
  }

  @Test
  void headsAreChainedInTheFile() throws Exception {
    register(1, 2, 3, 4, 5, 6, 7, 8);

    String text = Files.readString(folder.resolve("tree_heads").resolve(DOMAIN.toHex() + ".txt"));
    int second = text.indexOf("bbc1/", text.indexOf("\u2014 bbc1/") + 4);
    SignedTreeHead one = SignedTreeHead.parse(text.substring(0, second - 1));
    SignedTreeHead two = SignedTreeHead.parse(text.substring(second, text.length() - 1));
    assertThat(two.head().follows(one.head())).isTrue();
    assertThat(two.isSignedBy(key.publicPart())).isTrue();
  }

  @Test
  void headSignedBeforeACrashIsNotSignedAgain() throws Exception {
    Files.writeString(folder.resolve("tree_heads"), "a file where the folder should be");
    register(1, 2, 3, 4);
    assertThat(state(1)).isEqualTo(AnchorState.FAILED);
    String signed = tables.store().receipt(DOMAIN, 1, "signed_tree_head").orElseThrow();
    Files.delete(folder.resolve("tree_heads"));

    time.advance(Duration.ofSeconds(1));

    assertThat(evidence(1).proof().receipt()).isEqualTo(signed);
  }

  @Test
  void headThatAnAttemptGivenUpSignsMeanwhileIsTheOnlyOne() throws Exception {
    anchor.failing = true;
    register(1, 2, 3, 4);
    Tree tree = tables.store().nextToAnchor(DOMAIN).orElseThrow();
    List<String> meanwhile = new ArrayList<>();
    TreeHeadSigner overtaken =
        head -> {
          SignedTreeHead other =
              SignedTreeHead.sign(
                  new TreeHead(
                      DOMAIN, 1, head.size(), head.root(), head.time() + 1, head.previous()),
                  key);
          meanwhile.add(other.note());
          tables.store().putReceipt(DOMAIN, 1, "signed_tree_head", other.note());
          return SignedTreeHead.sign(head, key);
        };

    new TreeHeadAnchor(tables.store(), overtaken, folder, time.clock(), Runnable::run)
        .publish(DOMAIN, tree)
        .toCompletableFuture()
        .join();

    assertThat(folder.resolve("tree_heads").resolve(DOMAIN.toHex() + ".txt"))
        .hasContent(meanwhile.get(0) + "\n");
  }

  @Test
  void switchedOffNothingIsCompletedUntilItIsSwitchedOnAgain() {
    register(1);
    subsystems.setEnabled(DOMAIN, false);
    time.advance(HOUR.multipliedBy(2));
    assertThat(state(1)).isEqualTo(AnchorState.PENDING);
    assertThat(time.waiting()).isZero();

    subsystems.setEnabled(DOMAIN, true);

    assertThat(state(1)).isEqualTo(AnchorState.ANCHORED);
  }

  @Test
  void openTreeAndSwitchSurviveARestartAndTheTimeGoesOn() {
    register(1);
    time.advance(HOUR.minusSeconds(1));
    subsystems.stop();

    subsystems = subsystems(Runnable::run);
    open(DOMAIN, 4);
    assertThat(subsystems.isEnabled(DOMAIN)).isTrue();
    assertThat(state(1)).isEqualTo(AnchorState.PENDING);
    time.advance(Duration.ofSeconds(1));

    assertThat(state(1)).isEqualTo(AnchorState.ANCHORED);
  }

  @Test
  void treeLeftUnanchoredByAStopIsAnchoredAtTheNextStart() {
    anchor.failing = true;
    register(1, 2, 3, 4);
    subsystems.stop();
    anchor.failing = false;

    subsystems = subsystems(Runnable::run);
    open(DOMAIN, 4);

    assertThat(state(1)).isEqualTo(AnchorState.ANCHORED);
  }

  @Test
  void answersTakeTenSecondsAtMost() {
    List<Runnable> stuck = new ArrayList<>();
    subsystems.stop();
    subsystems = subsystems(stuck::add);
    open(DOMAIN, 4);
    CompletionStage<Evidence> verified = subsystems.verify(DOMAIN, digest(1));
    CompletionStage<Void> registered = subsystems.register(DOMAIN, digest(1));

    time.advance(Duration.ofSeconds(10));

    for (CompletionStage<?> answer : List.of(verified, registered)) {
      assertThat(answer.toCompletableFuture())
          .failsWithin(Duration.ZERO)
          .withThrowableThat()
          .withCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void waitingRegistrationsAreBounded() {
    subsystems.stop();
    subsystems = subsystems(task -> {});
    open(DOMAIN, 4);
    for (int i = 0; i < 4096; i++) {
      subsystems.register(DOMAIN, digest(i));
    }

    assertThat(subsystems.register(DOMAIN, digest(0)).toCompletableFuture())
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(LedgerBusyException.class);
  }

  @Test
  void queuedDigestsAreWrittenInTheirOrder() {
    List<Runnable> tasks = new ArrayList<>();
    subsystems.stop();
    subsystems = subsystems(tasks::add);
    open(DOMAIN, 400);
    for (int i = 0; i < 200; i++) {
      subsystems.register(DOMAIN, digest(i));
    }
    while (!tasks.isEmpty()) {
      tasks.remove(0).run();
    }

    List<byte[]> stored = tables.store().digests(DOMAIN, 1);
    assertThat(stored).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(stored.get(i)).isEqualTo(digest(i));
    }
  }

  @Test
  void domainWithoutSubsystemHasNone() {
    assertThat(subsystems.isInstalled(SECOND)).isFalse();
    assertThat(subsystems.setEnabled(SECOND, true)).isFalse();
    assertThatThrownBy(() -> subsystems.register(SECOND, digest(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closedDomainLeavesNothingBehind() {
    register(1);
    subsystems.closed(DOMAIN);

    assertThat(subsystems.isInstalled(DOMAIN)).isFalse();
    assertThat(time.waiting()).isZero();
  }
}
