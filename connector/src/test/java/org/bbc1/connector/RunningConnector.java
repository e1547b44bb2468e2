package org.bbc1.connector;

import jakarta.resource.ResourceException;
import java.util.HashMap;
import java.util.Map;
import org.bbc1.connector.inbound.ClientActivationSpec;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.connector.outbound.ClientChannel;
import org.bbc1.connector.outbound.ClientChannelFactory;
import org.bbc1.connector.outbound.ManagedClientChannelFactory;

/**
 * The real resource adapter with real sockets on a free loopback port, driven as a container drives
 * it.
 */
final class RunningConnector implements AutoCloseable {

  final Bbc1ResourceAdapter adapter = new Bbc1ResourceAdapter();
  final ClientActivationSpec spec = new ClientActivationSpec();
  final TestEndpoints endpoints;
  final ClientChannel channel;

  private RunningConnector(Map<String, String> settings, ClientMessageListener listener)
      throws ResourceException {
    Map<String, String> all = new HashMap<>(Map.of("bbc1.client.port", "0"));
    all.putAll(settings);
    TestConfig.use(all);
    endpoints = new TestEndpoints(listener);
    adapter.start(null);
    try {
      adapter.endpointActivation(endpoints, spec);
    } catch (ResourceException e) {
      adapter.stop();
      throw e;
    }
    channel = channelOf(adapter);
  }

  static RunningConnector start(ClientMessageListener listener) throws ResourceException {
    return start(Map.of(), listener);
  }

  static RunningConnector start(Map<String, String> settings, ClientMessageListener listener)
      throws ResourceException {
    return new RunningConnector(settings, listener);
  }

  static ClientChannel channelOf(Bbc1ResourceAdapter adapter) throws ResourceException {
    ManagedClientChannelFactory factory = new ManagedClientChannelFactory();
    factory.setResourceAdapter(adapter);
    return ((ClientChannelFactory) factory.createConnectionFactory()).getConnection();
  }

  int port() {
    return channel.clientAddress().getPort();
  }

  RawClient connect() {
    return RawClient.connect(port());
  }

  @Override
  public void close() {
    channel.close();
    adapter.endpointDeactivation(endpoints, spec);
    adapter.stop();
  }
}
