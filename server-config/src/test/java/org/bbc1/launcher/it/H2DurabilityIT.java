package org.bbc1.launcher.it;

import java.util.Map;

class H2DurabilityIT extends DurabilityContract {

  @Override
  Map<String, String> database() {
    return Map.of();
  }
}
