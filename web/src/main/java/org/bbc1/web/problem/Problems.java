package org.bbc1.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.bbc1.node.domain.NoSuchDomainException;
import org.bbc1.node.ledger.LedgerBusyException;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.jspecify.annotations.Nullable;

/** Finds the answer to whatever a request threw. */
final class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final int INTERNAL_ERROR = 500;

  /** What the server had to say beside the status, and the client needs. */
  private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.ALLOW, HttpHeaders.LOCATION);

  private Problems() {}

  static Response answer(Throwable thrown) {
    Throwable cause = unwrap(thrown);
    if (cause instanceof ProblemException problem) {
      return answer(problem.type(), problem.getMessage());
    }
    if (cause instanceof NoSuchDomainException) {
      return answer(ProblemType.UNKNOWN_DOMAIN, null);
    }
    if (cause instanceof LedgerUnavailableException
        || cause instanceof LedgerBusyException
        || cause instanceof RejectedExecutionException) {
      LOG.log(Level.WARNING, "a request failed for now: {0}", String.valueOf(cause.getMessage()));
      return answer(ProblemType.LEDGER_UNAVAILABLE, null);
    }
    if (cause instanceof WebApplicationException web) {
      return answer(web.getResponse());
    }
    LOG.log(Level.ERROR, "a request failed", cause);
    return Problem.ofStatus(INTERNAL_ERROR).response().build();
  }

  private static Response answer(ProblemType type, @Nullable String detail) {
    Response.ResponseBuilder response = Problem.of(type, detail).response();
    return switch (type) {
      case UNAUTHORIZED ->
          response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"bbc1\"").build();
      case LEDGER_UNAVAILABLE ->
          response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
      default -> response.build();
    };
  }

  private static Response answer(Response fromServer) {
    Response.ResponseBuilder response = Problem.ofStatus(fromServer.getStatus()).response();
    for (String header : KEPT_HEADERS) {
      String value = fromServer.getHeaderString(header);
      if (value != null) {
        response.header(header, value);
      }
    }
    return response.build();
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable inner = thrown;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }
}
