package org.bbc1.connector.inbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Activates a {@link ClientMessageListener} on the client port. It has no properties: there is one
 * client port.
 */
@Activation(messageListeners = ClientMessageListener.class)
public class ClientActivationSpec implements ActivationSpec, Serializable {

  private static final long serialVersionUID = 1L;

  private transient @Nullable ResourceAdapter resourceAdapter;

  @Override
  public void validate() {
    // no property that could be wrong
  }

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
    this.resourceAdapter = adapter;
  }
}
