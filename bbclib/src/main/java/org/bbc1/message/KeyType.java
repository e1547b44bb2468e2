package org.bbc1.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The field keys of a message. On the wire a key is the number as 4 bytes, big-endian. Types and
 * meanings: client-protocol section 4.
 */
public enum KeyType {
  STATUS(0x00),
  REASON(0x01),
  RESULT(0x02),
  INFRA_MSG_TYPE(0x08),
  COMMAND(0x09),
  INFRA_COMMAND(0x0a),
  QUERY_ID(0x0b),
  MESSAGE(0x0c),
  NONCE(0x0d),
  COUNT(0x0e),
  STATS(0x0f),
  HINT(0x10),
  ECDH(0x11),
  RANDOM(0x12),
  RETRY_TIMER(0x13),
  MESSAGE_SEQ(0x14),
  DOMAIN_PING(0x15),
  NODEKEY_SIGNATURE(0x16),
  ADMIN_INFO(0x17),
  ON_MULTINODES(0x18),
  IS_ANYCAST(0x19),
  ANYCAST_TTL(0x1a),
  IS_REPLICATION(0x1b),
  STATIC_ENTRY(0x30),
  IPV4_ADDRESS(0x31),
  IPV6_ADDRESS(0x32),
  PORT_NUMBER(0x33),
  EXTERNAL_IP4ADDR(0x34),
  EXTERNAL_IP6ADDR(0x35),
  NODE_INFO(0x36),
  DOMAIN_LIST(0x37),
  FORWARDING_LIST(0x38),
  USER_LIST(0x39),
  NEIGHBOR_LIST(0x3a),
  NOTIFICATION_LIST(0x3b),
  BBC_CONFIGURATION(0x3c),
  DOMAIN_ID(0x50),
  SOURCE_USER_ID(0x51),
  DESTINATION_USER_ID(0x52),
  DESTINATION_USER_IDS(0x53),
  NODE_ID(0x54),
  SOURCE_NODE_ID(0x55),
  DESTINATION_NODE_ID(0x56),
  USER_ID(0x60),
  TRANSACTION_ID(0x61),
  TRANSACTION_ID_LIST(0x62),
  ASSET_GROUP_ID(0x63),
  ASSET_GROUP_IDS(0x64),
  ASSET_ID(0x65),
  DIRECTION(0x66),
  HOP_COUNT(0x67),
  ALL_INCLUDED(0x68),
  START_FROM(0x69),
  UNTIL(0x6a),
  TRANSACTION_DATA(0x70),
  TRANSACTIONS(0x71),
  TRANSACTION_TREE(0x72),
  REF_INDEX(0x73),
  ASSET_FILE(0x74),
  ALL_ASSET_FILES(0x75),
  SIGNATURE(0x76),
  CROSS_REF(0x77),
  OUTER_DOMAIN_ID(0x78),
  SOURCE_DOMAIN_ID(0x79),
  TXID_HAVING_CROSS_REF(0x7a),
  CROSS_REF_VERIFICATION_INFO(0x7b),
  TRANSACTION_DATA_FORMAT(0x7c),
  COMPROMISED_TRANSACTION_DATA(0x90),
  COMPROMISED_TRANSACTIONS(0x91),
  COMPROMISED_ASSET_FILES(0x92),
  COMPROMISED_TRANSACTION_IDS(0x93),
  LEDGER_SUBSYS_MANIP(0xa0),
  LEDGER_SUBSYS_REGISTER(0xa1),
  LEDGER_SUBSYS_VERIFY(0xa2),
  MERKLE_TREE(0xa3);

  /** Length of a key on the wire in bytes. */
  public static final int LENGTH = 4;

  private static final Map<Integer, KeyType> BY_NUMBER =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(KeyType::number, Function.identity()));

  private final int number;

  KeyType(int number) {
    this.number = number;
  }

  /** The key as a number. */
  public int number() {
    return number;
  }

  /** The key as it stands on the wire: 4 bytes, big-endian. A fresh array. */
  public byte[] bytes() {
    return new byte[] {
      (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
    };
  }

  /** The key with this number, or null if the protocol knows none. */
  public static @Nullable KeyType ofNumber(int number) {
    return BY_NUMBER.get(number);
  }
}
