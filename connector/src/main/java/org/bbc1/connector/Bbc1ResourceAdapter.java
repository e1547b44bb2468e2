package org.bbc1.connector;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.io.Serializable;
import javax.transaction.xa.XAResource;
import org.bbc1.connector.inbound.ClientActivationSpec;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The resource adapter: owns the client port and its threads. The port is open while a
 * message-driven bean is active on it.
 */
@Connector(
    displayName = "BBc-1 connector",
    eisType = "BBc-1 clients",
    transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class Bbc1ResourceAdapter implements ResourceAdapter, Serializable {

  private static final long serialVersionUID = 1L;

  private transient volatile @Nullable ConnectorRuntime runtime;

  /**
   * Reads the configuration and makes the thread pools.
   *
   * @throws ResourceAdapterInternalException if the configuration is wrong; the text names every
   *     fault
   */
  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    Config config = ConfigProvider.getConfig();
    try {
      runtime =
          new ConnectorRuntime(
              ConnectorConfiguration.read(key -> config.getOptionalValue(key, String.class)));
    } catch (ConnectorConfigurationException e) {
      throw new ResourceAdapterInternalException(e.getMessage());
    }
  }

  /** Closes the port and every connection, and ends every thread. */
  @Override
  public void stop() {
    ConnectorRuntime stopped = runtime;
    runtime = null;
    if (stopped != null) {
      stopped.close();
    }
  }

  /**
   * Opens the client port for an endpoint.
   *
   * @throws ResourceException if the port cannot be bound or already serves another endpoint
   */
  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    if (!(spec instanceof ClientActivationSpec)) {
      throw new NotSupportedException(ConnectorText.WRONG_ACTIVATION_SPEC.with(spec));
    }
    ConnectorRuntime started = runtime;
    if (started == null) {
      throw new ResourceException(ConnectorText.NOT_STARTED.with());
    }
    try {
      started.activate(factory);
    } catch (IOException e) {
      ResourceException failure = new ResourceException(e.getMessage());
      failure.initCause(e);
      throw failure;
    }
  }

  /** Closes the client port and all its connections, and waits a moment for running calls. */
  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    ConnectorRuntime started = runtime;
    if (started != null) {
      started.deactivate(factory);
    }
  }

  /** None: no message is delivered in a transaction of ours. */
  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  /** The open client port, or null while no endpoint is active. */
  public @Nullable ClientPort clientPort() {
    ConnectorRuntime started = runtime;
    return started == null ? null : started.clientPort();
  }

  /** There is nothing to configure by properties, so that all adapters of this class are alike. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Bbc1ResourceAdapter;
  }

  @Override
  public int hashCode() {
    return Bbc1ResourceAdapter.class.hashCode();
  }
}
