package org.bbc1.web.health;

import org.bbc1.node.NodeHealth;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** One answer with the facts behind it. */
final class HealthResponses {
  private HealthResponses() {}

  static HealthCheckResponse of(String name, boolean up, NodeHealth health) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named(name).status(up);
    health.details().forEach(response::withData);
    return response.build();
  }
}
