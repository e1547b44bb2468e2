package org.bbc1.connector.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;

/** The connection factory as the application sees it. */
public final class ClientChannelFactoryHandle implements ClientChannelFactory {

  private static final long serialVersionUID = 1L;

  private final ManagedClientChannelFactory factory;
  private final ConnectionManager manager;
  private @Nullable Reference reference;

  ClientChannelFactoryHandle(ManagedClientChannelFactory factory, ConnectionManager manager) {
    this.factory = factory;
    this.manager = manager;
  }

  @Override
  public ClientChannel getConnection() throws ResourceException {
    return (ClientChannel) manager.allocateConnection(factory, null);
  }

  @Override
  public void setReference(Reference reference) {
    this.reference = reference;
  }

  @Override
  public @Nullable Reference getReference() {
    return reference;
  }
}
