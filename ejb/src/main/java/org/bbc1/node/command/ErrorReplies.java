package org.bbc1.node.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import org.bbc1.error.StatusCode;
import org.bbc1.message.Command;
import org.bbc1.message.MessageFieldException;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.NoSuchDomainException;
import org.bbc1.node.ledger.LedgerUnavailableException;

/**
 * The generic error replies (spec client-protocol 7.2): what went wrong in the client's terms, no
 * internals.
 */
final class ErrorReplies {

  private static final Logger LOG = System.getLogger("core");

  private ErrorReplies() {}

  static Reply of(Command command, Throwable fault) {
    if (fault instanceof CompletionException && fault.getCause() != null) {
      return of(command, fault.getCause());
    }
    if (fault instanceof CommandException refusal) {
      LOG.log(Level.DEBUG, "{0}: {1}", command, refusal.reason());
      return Reply.directError(refusal.status(), refusal.reason());
    }
    if (fault instanceof MessageFieldException malformed) {
      LOG.log(Level.DEBUG, "{0}: {1}", command, malformed.getMessage());
      return lackOfParameters();
    }
    if (fault instanceof NoSuchDomainException) {
      LOG.log(Level.DEBUG, "{0}: no such domain", command);
      return Reply.directError(StatusCode.EINVALID_COMMAND, Reasons.NO_SUCH_DOMAIN);
    }
    if (fault instanceof LedgerUnavailableException) {
      LOG.log(Level.ERROR, "{0}: {1}", command, fault.getMessage());
    } else {
      LOG.log(Level.ERROR, command + " failed", fault);
    }
    return Reply.directError(StatusCode.EOTHER, Reasons.INTERNAL_ERROR);
  }

  static Reply lackOfParameters() {
    return Reply.directError(StatusCode.EINVALID_COMMAND, Reasons.LACK_OF_MANDATORY_PARAMS);
  }

  static Reply notOffered(Command command) {
    return Reply.directError(
        StatusCode.EINVALID_COMMAND, command + " is not offered by this node yet");
  }
}
