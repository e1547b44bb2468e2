package org.bbc1.connector.outbound;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** The connection factory, found under {@code java:app/bbc1/ClientPort}. */
public interface ClientChannelFactory extends Serializable, Referenceable {

  /**
   * A handle to the client port. It may be kept and used by many threads.
   *
   * @throws ResourceException if the resource adapter gives none
   */
  ClientChannel getConnection() throws ResourceException;
}
