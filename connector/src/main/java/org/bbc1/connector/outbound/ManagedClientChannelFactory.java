package org.bbc1.connector.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;
import org.bbc1.connector.Bbc1ResourceAdapter;
import org.bbc1.connector.ConnectorText;
import org.jspecify.annotations.Nullable;

/**
 * Makes the managed connections behind {@link ClientChannel}. All of them lead to the one client
 * port.
 */
@ConnectionDefinition(
    connectionFactory = ClientChannelFactory.class,
    connectionFactoryImpl = ClientChannelFactoryHandle.class,
    connection = ClientChannel.class,
    connectionImpl = ClientChannelHandle.class)
public class ManagedClientChannelFactory
    implements ManagedConnectionFactory, ResourceAdapterAssociation {

  private static final long serialVersionUID = 1L;

  private transient @Nullable Bbc1ResourceAdapter resourceAdapter;
  private transient @Nullable PrintWriter logWriter;

  @Override
  public Object createConnectionFactory(ConnectionManager manager) {
    return new ClientChannelFactoryHandle(this, manager);
  }

  /** For use without a container: each handle gets a managed connection of its own. */
  @Override
  public Object createConnectionFactory() {
    return createConnectionFactory(new UnmanagedConnections());
  }

  @Override
  public ManagedConnection createManagedConnection(
      @Nullable Subject subject, @Nullable ConnectionRequestInfo info) throws ResourceException {
    Bbc1ResourceAdapter adapter = resourceAdapter;
    if (adapter == null) {
      throw new ResourceException(ConnectorText.WRONG_RESOURCE_ADAPTER.with());
    }
    return new ManagedClientChannel(adapter);
  }

  /** Any managed connection serves, as there is only one port. */
  @Override
  @SuppressWarnings("rawtypes") // the signature of the specification
  public @Nullable ManagedConnection matchManagedConnections(
      Set candidates, @Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
    for (Object candidate : candidates) {
      if (candidate instanceof ManagedClientChannel channel) {
        return channel;
      }
    }
    return null;
  }

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
    if (!(adapter instanceof Bbc1ResourceAdapter ours)) {
      throw new ResourceException(ConnectorText.WRONG_RESOURCE_ADAPTER.with());
    }
    this.resourceAdapter = ours;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    this.logWriter = writer;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  /** There is nothing to configure, so that all factories of this class are alike. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ManagedClientChannelFactory;
  }

  @Override
  public int hashCode() {
    return ManagedClientChannelFactory.class.hashCode();
  }
}
