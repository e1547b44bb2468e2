package org.bbc1.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The message numbers between client and node. Source: client-protocol section 5. Number 95 stands
 * for both {@link #REQUEST_COUNT_TRANSACTIONS} and its response, so a number alone is looked up by
 * direction.
 */
public enum Command {
  REQUEST_SETUP_DOMAIN(0, Kind.ADMIN),
  RESPONSE_SETUP_DOMAIN(1, Kind.TO_CLIENT),
  REQUEST_SET_STATIC_NODE(4, Kind.ADMIN),
  RESPONSE_SET_STATIC_NODE(5, Kind.TO_CLIENT),
  REQUEST_GET_CONFIG(8, Kind.ADMIN),
  RESPONSE_GET_CONFIG(9, Kind.TO_CLIENT),
  REQUEST_MANIP_LEDGER_SUBSYS(10, Kind.ADMIN),
  RESPONSE_MANIP_LEDGER_SUBSYS(11, Kind.TO_CLIENT),
  DOMAIN_PING(12, Kind.ADMIN),
  REQUEST_GET_DOMAINLIST(13, Kind.ADMIN),
  RESPONSE_GET_DOMAINLIST(14, Kind.TO_CLIENT),
  REQUEST_INSERT_NOTIFICATION(15, Kind.TO_NODE),
  CANCEL_INSERT_NOTIFICATION(16, Kind.TO_NODE),
  REQUEST_GET_STATS(17, Kind.ADMIN),
  RESPONSE_GET_STATS(18, Kind.TO_CLIENT),
  NOTIFY_DOMAIN_KEY_UPDATE(19, Kind.ADMIN),
  REQUEST_GET_NEIGHBORLIST(21, Kind.ADMIN),
  RESPONSE_GET_NEIGHBORLIST(22, Kind.TO_CLIENT),
  REQUEST_GET_USERS(23, Kind.ADMIN),
  RESPONSE_GET_USERS(24, Kind.TO_CLIENT),
  REQUEST_GET_FORWARDING_LIST(25, Kind.ADMIN),
  RESPONSE_GET_FORWARDING_LIST(26, Kind.TO_CLIENT),
  REQUEST_GET_NODEID(27, Kind.ADMIN),
  RESPONSE_GET_NODEID(28, Kind.TO_CLIENT),
  REQUEST_GET_NOTIFICATION_LIST(29, Kind.ADMIN),
  RESPONSE_GET_NOTIFICATION_LIST(30, Kind.TO_CLIENT),
  REQUEST_CLOSE_DOMAIN(31, Kind.ADMIN),
  RESPONSE_CLOSE_DOMAIN(32, Kind.TO_CLIENT),
  REQUEST_ECDH_KEY_EXCHANGE(33, Kind.TO_NODE),
  RESPONSE_ECDH_KEY_EXCHANGE(34, Kind.TO_CLIENT),
  REGISTER(64, Kind.TO_NODE),
  UNREGISTER(65, Kind.TO_NODE),
  MESSAGE(66, Kind.BOTH_WAYS),
  REQUEST_GATHER_SIGNATURE(67, Kind.TO_NODE),
  RESPONSE_GATHER_SIGNATURE(68, Kind.TO_CLIENT),
  REQUEST_SIGNATURE(69, Kind.TO_CLIENT),
  RESPONSE_SIGNATURE(70, Kind.TO_NODE),
  REQUEST_INSERT(71, Kind.TO_NODE),
  RESPONSE_INSERT(72, Kind.TO_CLIENT),
  NOTIFY_INSERTED(73, Kind.TO_CLIENT),
  NOTIFY_CROSS_REF(74, Kind.TO_CLIENT),
  REQUEST_SEARCH_TRANSACTION(82, Kind.TO_NODE),
  RESPONSE_SEARCH_TRANSACTION(83, Kind.TO_CLIENT),
  REQUEST_SEARCH_WITH_CONDITIONS(86, Kind.TO_NODE),
  RESPONSE_SEARCH_WITH_CONDITIONS(87, Kind.TO_CLIENT),
  REQUEST_TRAVERSE_TRANSACTIONS(88, Kind.TO_NODE),
  RESPONSE_TRAVERSE_TRANSACTIONS(89, Kind.TO_CLIENT),
  REQUEST_CROSS_REF_VERIFY(90, Kind.TO_NODE),
  RESPONSE_CROSS_REF_VERIFY(91, Kind.TO_CLIENT),
  REQUEST_CROSS_REF_LIST(92, Kind.TO_NODE),
  RESPONSE_CROSS_REF_LIST(93, Kind.TO_CLIENT),
  REQUEST_REPAIR(94, Kind.TO_NODE),
  REQUEST_COUNT_TRANSACTIONS(95, Kind.TO_NODE),
  RESPONSE_COUNT_TRANSACTIONS(95, Kind.TO_CLIENT),
  REQUEST_REGISTER_HASH_IN_SUBSYS(128, Kind.TO_NODE),
  RESPONSE_REGISTER_HASH_IN_SUBSYS(129, Kind.TO_CLIENT),
  REQUEST_VERIFY_HASH_IN_SUBSYS(130, Kind.TO_NODE),
  RESPONSE_VERIFY_HASH_IN_SUBSYS(131, Kind.TO_CLIENT);

  private enum Kind {
    ADMIN,
    TO_NODE,
    TO_CLIENT,
    BOTH_WAYS
  }

  private static final Map<Integer, Command> REQUESTS = byNumber(Command::isSentByClients);
  private static final Map<Integer, Command> RESPONSES = byNumber(Command::isSentByNodes);

  private final int number;
  private final Kind kind;

  Command(int number, Kind kind) {
    this.number = number;
    this.kind = kind;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /**
   * Whether the node demands a node key signature for it when a node key is in force
   * (client-protocol section 9.1).
   */
  public boolean admin() {
    return kind == Kind.ADMIN;
  }

  /** Whether a client sends it to a node. */
  public boolean isSentByClients() {
    return kind != Kind.TO_CLIENT;
  }

  /** Whether a node sends it to a client. */
  public boolean isSentByNodes() {
    return kind == Kind.TO_CLIENT || kind == Kind.BOTH_WAYS;
  }

  /** The response the node gives to this request, or null if it gives none, or none of its own. */
  public @Nullable Command response() {
    if (!isSentByClients() || !name().startsWith("REQUEST_")) {
      return null;
    }
    return Responses.OF.get("RESPONSE_" + name().substring("REQUEST_".length()));
  }

  /** The message that a client sends under this number, or null if there is none. */
  public static @Nullable Command requestOfNumber(int number) {
    return REQUESTS.get(number);
  }

  /** The message that a node sends to clients under this number, or null if there is none. */
  public static @Nullable Command responseOfNumber(int number) {
    return RESPONSES.get(number);
  }

  private static Map<Integer, Command> byNumber(Predicate<Command> filter) {
    return Arrays.stream(values())
        .filter(filter)
        .collect(Collectors.toUnmodifiableMap(Command::number, Function.identity()));
  }

  private static final class Responses {
    static final Map<String, Command> OF =
        Arrays.stream(values())
            .filter(command -> command.kind == Kind.TO_CLIENT)
            .collect(Collectors.toUnmodifiableMap(Command::name, Function.identity()));

    private Responses() {}
  }
}
