package org.bbc1.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bbc1.node.NodeHealth;
import org.bbc1.node.NodeServices;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the start is complete. */
@Startup
@ApplicationScoped
public class StartupCheck implements HealthCheck {

  @Inject NodeServices services;

  @Override
  public HealthCheckResponse call() {
    NodeHealth health = services.health();
    return HealthResponses.of("bbc1-node-started", health.started(), health);
  }
}
