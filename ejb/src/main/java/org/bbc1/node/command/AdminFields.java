package org.bbc1.node.command;

import java.util.List;
import java.util.Set;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;

/**
 * What may stand in the admin_info of a command (spec client-protocol 9.3).
 *
 * @param merged fields taken from admin_info, in the order in which clients sign them
 * @param signedOnly those of them that must not come from anywhere else when a node key is in force
 */
record AdminFields(List<KeyType> merged, Set<KeyType> signedOnly) {

  static AdminFields of(Command command) {
    return switch (command) {
      case REQUEST_SETUP_DOMAIN ->
          allSigned(KeyType.DOMAIN_ID, KeyType.RANDOM, KeyType.BBC_CONFIGURATION);
      case REQUEST_CLOSE_DOMAIN -> allSigned(KeyType.DOMAIN_ID, KeyType.RANDOM);
      case REQUEST_SET_STATIC_NODE -> allSigned(KeyType.NODE_INFO);
      case DOMAIN_PING ->
          allSigned(
              KeyType.IPV4_ADDRESS,
              KeyType.IPV6_ADDRESS,
              KeyType.PORT_NUMBER,
              KeyType.STATIC_ENTRY);
      case REQUEST_MANIP_LEDGER_SUBSYS -> allSigned(KeyType.LEDGER_SUBSYS_MANIP, KeyType.RANDOM);
      default -> allSigned(KeyType.RANDOM);
    };
  }

  private static AdminFields allSigned(KeyType... fields) {
    return new AdminFields(List.of(fields), Set.of(fields));
  }

  /**
   * Whether clients make every admin_info of this command different, so that a second use of one is
   * a replay.
   */
  boolean random() {
    return merged.contains(KeyType.RANDOM);
  }
}
