package org.bbc1.connector.outbound;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What the container may want to know of a channel. */
final class ChannelMetaData implements ManagedConnectionMetaData {

  @Override
  public String getEISProductName() {
    return "BBc-1 clients";
  }

  @Override
  public String getEISProductVersion() {
    return "1";
  }

  /** No limit. */
  @Override
  public int getMaxConnections() {
    return 0;
  }

  /** Clients do not log in. */
  @Override
  public String getUserName() {
    return "";
  }
}
