package org.bbc1.node.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.ledger.LedgerSettings;
import org.junit.jupiter.api.Test;

class RunningNodeTest {

  /** A file that is read only in part would be reported as compromised. */
  @Test
  void fileThatWasTakenInARequestIsReadAsAWhole() {
    int frame = 256 << 20;
    Map<String, String> given = Map.of("bbc1.client.max-frame-bytes", String.valueOf(frame));

    LedgerSettings settings =
        RunningNode.settings(ProcessConfiguration.read(key -> Optional.ofNullable(given.get(key))));

    assertThat(settings.maxAssetFileBytes()).isGreaterThanOrEqualTo(frame);
  }
}
