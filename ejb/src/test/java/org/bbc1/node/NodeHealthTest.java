package org.bbc1.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeHealthTest {

  private static final class LedgerOfTest implements NodeHealth.LedgerState {

    private boolean writable = true;
    private boolean works = true;
    private int probes;

    @Override
    public boolean isWritable() {
      return writable;
    }

    @Override
    public boolean probe() {
      probes++;
      writable = works;
      return works;
    }
  }

  private final LedgerOfTest ledger = new LedgerOfTest();
  private long now = 17;
  private boolean open = true;
  private final NodeHealth health =
      new NodeHealth(ledger, () -> open, () -> Map.of("domains", "2"), () -> now);

  @BeforeEach
  void start() {
    health.enter(NodeHealth.Stage.STARTED);
  }

  @Test
  void nodeIsReadyOnlyWhenStartedOpenAndWritable() {
    assertThat(health.ready()).isTrue();
    open = false;
    assertThat(health.ready()).isFalse();
    open = true;
    ledger.writable = false;
    ledger.works = false;
    assertThat(health.ready()).isFalse();
    ledger.works = true;
    assertThat(health.ready()).as("the database is back").isTrue();
    health.enter(NodeHealth.Stage.STOPPED);
    assertThat(health.ready()).isFalse();
    assertThat(health.live()).isFalse();
  }

  @Test
  void ledgerThatNobodyUsesIsTriedEveryFewSeconds() {
    health.ready();
    now += TimeUnit.SECONDS.toNanos(4);
    health.ready();
    assertThat(ledger.probes).isZero();

    now += TimeUnit.SECONDS.toNanos(2);
    ledger.works = false;

    assertThat(health.ready()).isFalse();
    assertThat(ledger.probes).isEqualTo(1);
  }

  @Test
  void detailsSayWhy() {
    assertThat(health.details())
        .containsEntry("stage", "STARTED")
        .containsEntry("clientPortOpen", "true")
        .containsEntry("ledgerWritable", "true")
        .containsEntry("domains", "2");
  }
}
