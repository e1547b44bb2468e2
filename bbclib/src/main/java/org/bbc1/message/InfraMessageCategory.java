package org.bbc1.message;

/**
 * The parts of a node that exchange messages with their counterparts on other nodes. A client sees
 * {@link #USER} in routed messages. Source: client-protocol section 4, node-protocol section 3.6.
 */
public enum InfraMessageCategory {
  NETWORK,
  TOPOLOGY,
  USER,
  DATA,
  DOMAIN0;

  /** The number of the category. */
  public int number() {
    return ordinal();
  }

  /**
   * The number as it stands in {@link KeyType#INFRA_MSG_TYPE}: 2 bytes, big-endian; a fresh array.
   */
  public byte[] bytes() {
    return new byte[] {(byte) (number() >>> 8), (byte) number()};
  }
}
