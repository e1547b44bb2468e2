package org.bbc1.client;

import org.bbc1.message.Command;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.jspecify.annotations.Nullable;

/** Which method of a {@link Callback} a message is for, and what is read from it. */
final class CallbackMethods {

  private CallbackMethods() {}

  static void call(Callback callback, Message message) {
    @Nullable Command command = commandOf(message);
    if (command == null) {
      callback.unknown(message);
      return;
    }
    switch (command) {
      case RESPONSE_INSERT -> callback.procRespInsert(message);
      case NOTIFY_INSERTED -> callback.procNotifyInserted(message);
      case RESPONSE_SEARCH_TRANSACTION -> callback.procRespSearchTransaction(message);
      case RESPONSE_SEARCH_WITH_CONDITIONS -> callback.procRespSearchWithCondition(message);
      case RESPONSE_COUNT_TRANSACTIONS -> callback.procRespCountTransactions(message);
      case RESPONSE_TRAVERSE_TRANSACTIONS -> callback.procRespTraverseTransactions(message);
      case MESSAGE -> callback.procUserMessage(message);
      case RESPONSE_CROSS_REF_VERIFY -> callback.procRespVerifyCrossRef(message);
      case RESPONSE_CROSS_REF_LIST -> callback.procRespCrossRefList(message);
      case RESPONSE_MANIP_LEDGER_SUBSYS -> callback.procRespLedgerSubsystem(message);
      case RESPONSE_REGISTER_HASH_IN_SUBSYS -> callback.procRespRegisterHash(message);
      case RESPONSE_VERIFY_HASH_IN_SUBSYS -> callback.procRespVerifyHash(message);
      case RESPONSE_SETUP_DOMAIN -> callback.procRespDomainSetup(message);
      case RESPONSE_CLOSE_DOMAIN -> callback.procRespDomainClose(message);
      case RESPONSE_SET_STATIC_NODE -> callback.procRespSetNeighbor(message);
      case RESPONSE_GET_CONFIG -> callback.procRespGetConfig(message);
      case RESPONSE_GET_STATS -> callback.procRespGetStats(message);
      case REQUEST_SIGNATURE -> callback.procCmdSignRequest(message);
      case RESPONSE_SIGNATURE -> callback.procRespSignRequest(message);
      case RESPONSE_GATHER_SIGNATURE -> callback.procRespGatherSignature(message);
      case RESPONSE_GET_NEIGHBORLIST -> callback.procRespGetNeighborlist(message);
      case RESPONSE_GET_DOMAINLIST -> callback.procRespGetDomainlist(message);
      case RESPONSE_GET_USERS -> callback.procRespGetUserlist(message);
      case RESPONSE_GET_FORWARDING_LIST -> callback.procRespGetForwardinglist(message);
      case RESPONSE_GET_NOTIFICATION_LIST -> callback.procRespGetNotificationlist(message);
      case RESPONSE_GET_NODEID -> callback.procRespGetNodeId(message);
      case RESPONSE_ECDH_KEY_EXCHANGE -> callback.procRespEcdhKeyExchange(message);
      case NOTIFY_CROSS_REF -> {
        // the client keeps it, see BBcAppClient.includeCrossRef
      }
      default -> callback.unknown(message);
    }
  }

  /** What the message says, or the message itself if it reports an error or cannot be read. */
  static Object read(Message message) {
    @Nullable Command command = commandOf(message);
    try {
      Object read = command == null ? null : read(command, message);
      return read == null ? message : read;
    } catch (MessageFieldException
        | IllegalArgumentException
        | ArithmeticException
        | ErrorReplyException e) {
      return message;
    }
  }

  private static @Nullable Object read(Command command, Message message) {
    return switch (command) {
      case RESPONSE_ECDH_KEY_EXCHANGE -> Answers.status(message) < 0 ? message : Boolean.TRUE;
      case RESPONSE_GATHER_SIGNATURE -> SignatureAnswer.Signed.read(message);
      case RESPONSE_GET_NEIGHBORLIST -> Answers.neighbours(message);
      case RESPONSE_GET_DOMAINLIST -> Answers.domains(message);
      case RESPONSE_GET_USERS -> Answers.users(message);
      case RESPONSE_GET_FORWARDING_LIST -> Answers.forwardingList(message);
      case RESPONSE_GET_NOTIFICATION_LIST -> Answers.notificationList(message);
      case RESPONSE_GET_NODEID -> Answers.nodeId(message);
      default -> null;
    };
  }

  private static @Nullable Command commandOf(Message message) {
    int number = message.commandNumber().orElse(-1);
    Command command = Command.responseOfNumber(number);
    return command == null ? Command.requestOfNumber(number) : command;
  }
}
