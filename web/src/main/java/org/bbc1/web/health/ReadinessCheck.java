package org.bbc1.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bbc1.node.NodeHealth;
import org.bbc1.node.NodeServices;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether requests can be served now; a node whose database is away is alive but not ready. */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

  @Inject NodeServices services;

  @Override
  public HealthCheckResponse call() {
    NodeHealth health = services.health();
    return HealthResponses.of("bbc1-node-ready", health.ready(), health);
  }
}
