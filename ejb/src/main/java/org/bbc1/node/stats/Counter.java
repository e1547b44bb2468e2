package org.bbc1.node.stats;

/** The entries this node keeps, with their names in the reference (spec client-protocol 15). */
public enum Counter {
  CLIENT_TOTAL_NUM("client", "total_num"),
  CLIENT_NUM_MESSAGE_RECEIVE("client", "num_message_receive"),
  TRANSACTION_INSERT_COUNT("transaction", "insert_count"),
  TRANSACTION_INSERT_FAIL_COUNT("transaction", "insert_fail_count"),
  TRANSACTION_INVALID("transaction", "invalid"),
  TRANSACTION_SEARCH_COUNT("transaction", "search_count"),
  TRANSACTION_REPAIR_REQUEST("transaction", "repair_request"),
  TRANSACTION_FAIL_TO_REPAIR_IN_LOCAL("transaction", "fail_to_repair_in_local"),
  ASSET_FILE_INVALID("asset_file", "invalid"),
  DATA_HANDLER_INSERT_TRANSACTION("data_handler", "insert_transaction"),
  DATA_HANDLER_STORE_IN_STORAGE("data_handler", "store_in_storage"),
  USER_MESSAGE_SENT_MSG_TO_USER("user_message", "sent_msg_to_user"),
  USER_MESSAGE_SEND_TO_USER("user_message", "send_to_user"),
  USER_MESSAGE_FAIL_TO_FIND_USER("user_message", "fail_to_find_user"),
  MULTICAST_JOIN("multicast", "join"),
  MULTICAST_LEAVE("multicast", "leave"),
  NETWORK_NUM_DOMAINS("network", "num_domains"),
  NETWORK_NEIGHBOR_NODES("network", "neighbor_nodes"),
  NETWORK_DOMAIN_PING_SEND("network", "domain_ping_send");

  private final String category;
  private final String item;

  Counter(String category, String item) {
    this.category = category;
    this.item = item;
  }

  /** First level of the name. */
  public String category() {
    return category;
  }

  /** Second level of the name. */
  public String item() {
    return item;
  }
}
