package org.bbc1.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyRecorderTest {

  @Test
  void percentiles_are_those_of_the_sorted_samples() {
    LatencyRecorder recorder = new LatencyRecorder();
    for (int i = 100_000; i >= 1; i--) {
      recorder.record(i * 1_000L);
    }

    assertThat(recorder.count()).isEqualTo(100_000);
    assertThat(recorder.percentileMillis(50)).isEqualTo(50.001);
    assertThat(recorder.percentileMillis(99)).isEqualTo(99.001);
    assertThat(recorder.percentileMillis(100)).isEqualTo(100);
  }

  @Test
  void no_samples_have_no_latency() {
    assertThat(new LatencyRecorder().percentileMillis(99)).isZero();
  }
}
