package org.bbc1.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.Transaction;

/** Finds what made the node send a frame. */
final class Causes {

  private Causes() {}

  /** Whether one of the earlier frames of the clients caused this one. */
  static boolean isAmong(List<CapturedFrame> earlier, CapturedFrame effect) {
    Message reply = effect.message();
    Command command = effect.command();
    return earlier.stream()
        .filter(CapturedFrame::isToNode)
        .anyMatch(frame -> causes(frame.command(), frame.message(), command, reply));
  }

  private static boolean causes(Command cause, Message request, Command effect, Message reply) {
    return switch (effect) {
      case NOTIFY_INSERTED -> cause == Command.REQUEST_INSERT && isOf(request, reply);
      case MESSAGE ->
          cause == Command.MESSAGE
              && same(request, reply, KeyType.SOURCE_USER_ID)
              && same(request, reply, KeyType.MESSAGE);
      case REQUEST_SIGNATURE ->
          cause == Command.REQUEST_GATHER_SIGNATURE
              && same(request, reply, KeyType.QUERY_ID)
              && same(request, reply, KeyType.SOURCE_USER_ID);
      case RESPONSE_GATHER_SIGNATURE ->
          cause == Command.RESPONSE_SIGNATURE
              && same(request, reply, KeyType.DESTINATION_USER_ID)
              && same(request, reply, KeyType.SOURCE_USER_ID);
      case RESPONSE_CROSS_REF_VERIFY ->
          cause == Command.REQUEST_CROSS_REF_VERIFY && same(request, reply, KeyType.TRANSACTION_ID);
      default ->
          cause.response() == effect
              && same(request, reply, KeyType.QUERY_ID)
              && Objects.equals(
                  request.get(KeyType.SOURCE_USER_ID), reply.get(KeyType.DESTINATION_USER_ID));
    };
  }

  private static boolean same(Message request, Message reply, KeyType key) {
    return Objects.equals(request.get(key), reply.get(key));
  }

  private static boolean isOf(Message insert, Message notification) {
    try {
      Transaction transaction = Transaction.read(insert.bytes(KeyType.TRANSACTION_DATA));
      return Arrays.equals(
          transaction.transactionId().toByteArray(), notification.bytes(KeyType.TRANSACTION_ID));
    } catch (RuntimeException e) {
      return false;
    }
  }
}
