package org.bbc1.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Where the optional libraries come for the processor, they must be in use and not quietly left
 * out.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class AcceleratorsLoadTest {

  @Test
  void bothCurvesAreAcceleratedWhereTheLibrariesAreThere() {
    assertThat(SignatureEngines.accelerated(Set.of(Curve.values())).name())
        .contains("Corretto for P256")
        .contains("libsecp256k1 for SECP256K1");
  }
}
