package org.bbc1.cli;

import java.io.IOException;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.ScriptedNode;
import org.bbc1.error.StatusCode;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Reasons;

/** Passes messages and requests for signatures on between the users of a scripted node. */
final class UsersInMemory {

  private final Map<UserId, CompletableFuture<ScriptedNode.Peer>> users = new ConcurrentHashMap<>();

  private final CompletableFuture<Boolean> bounced = new CompletableFuture<>();

  /** Waits until the user has registered. */
  void await(UserId user) throws Exception {
    future(user).get(30, TimeUnit.SECONDS);
  }

  /** Waits until a message has come back for want of its receiver. */
  void awaitBounce() throws Exception {
    bounced.get(30, TimeUnit.SECONDS);
  }

  /** Does what the request wants, if it is about users. */
  boolean take(ScriptedNode.Peer peer, Message request) throws IOException {
    int number = request.commandNumber().orElseThrow();
    if (number == Command.REGISTER.number()) {
      UserId user = request.id(KeyType.SOURCE_USER_ID, UserId::of);
      future(user).complete(peer);
      users.put(user, CompletableFuture.completedFuture(peer));
    } else if (number == Command.REQUEST_GATHER_SIGNATURE.number()) {
      UserId signer = UserId.of(request.bytesList(KeyType.DESTINATION_USER_IDS).get(0));
      Message asked =
          request.toBuilder()
              .put(KeyType.COMMAND, Command.REQUEST_SIGNATURE.number())
              .put(KeyType.DESTINATION_USER_ID, signer)
              .build();
      pass(asked, signer, peer);
    } else if (number == Command.RESPONSE_SIGNATURE.number()) {
      pass(gathered(request), request.id(KeyType.DESTINATION_USER_ID, UserId::of), peer);
    } else if (number == Command.MESSAGE.number()) {
      pass(request, request.id(KeyType.DESTINATION_USER_ID, UserId::of), peer);
    } else {
      return false;
    }
    return true;
  }

  private static Message gathered(Message answer) {
    return answer.toBuilder()
        .put(KeyType.COMMAND, Command.RESPONSE_GATHER_SIGNATURE.number())
        .put(KeyType.STATUS, answer.has(KeyType.SIGNATURE) ? 0 : StatusCode.EOTHER.code())
        .build();
  }

  private void pass(Message message, UserId user, ScriptedNode.Peer sender) throws IOException {
    ScriptedNode.Peer receiver = future(user).getNow(null);
    Message passed =
        receiver == null
            ? message.toBuilder()
                .put(KeyType.RESULT, false)
                .put(KeyType.REASON, Reasons.CANNOT_FIND_USER)
                .build()
            : message;
    if (receiver == null) {
      bounced.complete(true);
    }
    ScriptedNode.Peer target = receiver == null ? sender : receiver;
    synchronized (target) {
      try {
        target.send(passed);
      } catch (SocketException e) {
        if (target == sender) {
          throw e;
        }
        // whoever has gone does not end the connection of the one who wrote to them
      }
    }
  }

  private CompletableFuture<ScriptedNode.Peer> future(UserId user) {
    return users.computeIfAbsent(user, name -> new CompletableFuture<>());
  }
}
