package org.bbc1.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import org.bbc1.connector.inbound.ClientEndpoints;
import org.jspecify.annotations.Nullable;

/**
 * What exists between start and stop of the resource adapter: threads, and the port while an
 * endpoint is active.
 */
final class ConnectorRuntime implements AutoCloseable {

  private record Activation(
      MessageEndpointFactory factory, ClientEndpoints endpoints, ClientPort port) {

    void close() {
      port.close();
      endpoints.close();
    }
  }

  private final ConnectorConfiguration configuration;
  private final ConnectorThreads threads;
  private volatile @Nullable Activation activation;

  ConnectorRuntime(ConnectorConfiguration configuration) {
    this.configuration = configuration;
    this.threads = new ConnectorThreads(configuration);
  }

  synchronized void activate(MessageEndpointFactory factory) throws ResourceException, IOException {
    if (activation != null) {
      throw new ResourceException(ConnectorText.ALREADY_ACTIVE.with());
    }
    ClientEndpoints endpoints = new ClientEndpoints(factory, threads.workers(), threads.timer());
    activation =
        new Activation(factory, endpoints, ClientPort.open(configuration, threads, endpoints));
  }

  synchronized void deactivate(MessageEndpointFactory factory) {
    Activation active = activation;
    if (active != null && active.factory().equals(factory)) {
      activation = null;
      active.close();
    }
  }

  @Nullable ClientPort clientPort() {
    Activation active = activation;
    return active == null ? null : active.port();
  }

  @Override
  public synchronized void close() {
    Activation active = activation;
    activation = null;
    if (active != null) {
      active.close();
    }
    threads.close();
  }
}
