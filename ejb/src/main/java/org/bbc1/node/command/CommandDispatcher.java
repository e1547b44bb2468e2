package org.bbc1.node.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bbc1.connector.ConnectionId;
import org.bbc1.message.Command;
import org.bbc1.message.Dialect;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.session.SessionKey;
import org.jspecify.annotations.Nullable;

/**
 * The entrance of every client message: counts it, makes the checks that all commands share, in the
 * order of spec client-protocol 7.2, runs the handler and sends its reply to the requesting
 * connection only (decision D1). A faulty message never closes the connection. Thread-safe;
 * searches run on the query pool, so that a slow one holds neither the worker that delivered it nor
 * an insert.
 */
public final class CommandDispatcher {

  private static final Logger LOG = System.getLogger("core");

  private final CommandRegistry registry;
  private final AdminGuard guard;
  private final ReplyPort port;
  private final Statistics statistics;
  private final Executor queries;

  CommandDispatcher(
      CommandRegistry registry,
      AdminGuard guard,
      ReplyPort port,
      Statistics statistics,
      Executor queries) {
    this.registry = registry;
    this.guard = guard;
    this.port = port;
    this.statistics = statistics;
    this.queries = queries;
  }

  /**
   * Deals with one message.
   *
   * @return completes, never exceptionally, when its reply, if any, has been handed to the port
   */
  public CompletionStage<Void> dispatch(ConnectionId connection, Message message, Dialect dialect) {
    statistics.increment(Counter.CLIENT_NUM_MESSAGE_RECEIVE);
    OptionalInt number = message.commandNumber();
    Command command = number.isPresent() ? Command.requestOfNumber(number.getAsInt()) : null;
    if (command == null) {
      LOG.log(Level.DEBUG, "{0}: dropped a message without a usable command", connection);
      return CompletableFuture.completedStage(null);
    }
    Exchange exchange = new Exchange(connection, command, message, dialect);
    CompletionStage<Reply> reply;
    try {
      reply = admit(exchange);
    } catch (RuntimeException e) {
      reply = CompletableFuture.failedStage(e);
    }
    return reply
        .exceptionally(fault -> ErrorReplies.of(command, fault))
        .thenAccept(exchange::send)
        .exceptionally(fault -> unsent(command, fault));
  }

  private static @Nullable Void unsent(Command command, Throwable fault) {
    LOG.log(Level.ERROR, "the reply to " + command + " could not be sent", fault);
    return null;
  }

  private CompletionStage<Reply> admit(Exchange exchange) {
    Command command = exchange.command;
    if (!exchange.message.has(KeyType.SOURCE_USER_ID)) {
      return CompletableFuture.completedStage(ErrorReplies.lackOfParameters());
    }
    if (!command.admin()) {
      return run(exchange, false);
    }
    Supplier<AdminGuard.Admission> admission = () -> guard.admit(command, exchange.message);
    return guard.waitsForDisk(command)
        ? CompletableFuture.supplyAsync(admission, queries)
            .thenCompose(admitted -> runAdmitted(exchange, admitted))
        : runAdmitted(exchange, admission.get());
  }

  private CompletionStage<Reply> runAdmitted(Exchange exchange, AdminGuard.Admission admission) {
    exchange.message = admission.message();
    return run(exchange, admission.signed());
  }

  private CompletionStage<Reply> run(Exchange exchange, boolean signed) {
    Command command = exchange.command;
    CommandHandler handler = registry.find(command);
    if (handler == null) {
      return CompletableFuture.completedStage(ErrorReplies.notOffered(command));
    }
    if (lacksSomething(handler, exchange.message)) {
      return CompletableFuture.completedStage(ErrorReplies.lackOfParameters());
    }
    return run(
        handler,
        Request.of(exchange.connection, command, exchange.message, exchange.dialect, signed));
  }

  private static boolean lacksSomething(CommandHandler handler, Message message) {
    return (handler.needsQueryId() && !ReplyWriter.hasQueryId(message))
        || !handler.mandatory().stream().allMatch(message::has);
  }

  private CompletionStage<Reply> run(CommandHandler handler, Request request) {
    if (handler instanceof CommandHandler.Immediate immediate) {
      return CompletableFuture.completedStage(immediate.answer(request));
    }
    if (handler instanceof CommandHandler.Blocking blocking) {
      return CompletableFuture.supplyAsync(() -> blocking.answer(request), queries);
    }
    return ((CommandHandler.Deferred) handler).answer(request);
  }

  /**
   * One message and its way back; the message is replaced once by the one with admin_info merged
   * in.
   */
  private final class Exchange {

    private final ConnectionId connection;
    private final Command command;
    private final Dialect dialect;
    private Message message;

    Exchange(ConnectionId connection, Command command, Message message, Dialect dialect) {
      this.connection = connection;
      this.command = command;
      this.message = message;
      this.dialect = dialect;
    }

    void send(Reply reply) {
      Command response = command.response();
      if (response == null || reply.way() == Reply.Way.NONE) {
        if (reply.way() != Reply.Way.NONE) {
          LOG.log(Level.DEBUG, "{0}: dropped {1}: {2}", connection, command, reply.reason());
        }
        return;
      }
      Message answer = ReplyWriter.write(message, response, reply);
      SessionKey key = reply.sessionKey();
      if (key != null) {
        port.sendAndActivate(connection, answer, key);
      } else if (reply.way() == Reply.Way.DIRECT) {
        port.send(connection, answer);
      } else {
        sendToUser(answer);
      }
    }

    private void sendToUser(Message answer) {
      statistics.increment(Counter.USER_MESSAGE_SEND_TO_USER);
      if (port.sendProtected(connection, answer)) {
        statistics.increment(Counter.USER_MESSAGE_SENT_MSG_TO_USER);
      }
    }
  }
}
