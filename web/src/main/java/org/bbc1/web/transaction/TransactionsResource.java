package org.bbc1.web.transaction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.node.NodeServices;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.web.access.Authorized;
import org.bbc1.web.problem.ProblemException;
import org.bbc1.web.problem.ProblemType;

/** The transactions of a domain. Reading needs no token, writing does. */
@Path("domains/{domain}/transactions")
@RequestScoped
public class TransactionsResource {
  private static final String UNKNOWN_LENGTH = "-1";

  @Inject NodeServices services;

  /**
   * Inserts a transaction: 201 with its address, 409 with it if it is there already.
   *
   * @param domain 64 hexadecimal digits
   * @param claimedLength length of the body as the client tells it, in bytes
   * @param body the serialized transaction with its 2-byte header
   */
  @POST
  @Authorized
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<Response> insert(
      @PathParam("domain") String domain,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue(UNKNOWN_LENGTH) long claimedLength,
      InputStream body)
      throws IOException {
    DomainId id = PathIds.parse("domain", domain, DomainId::fromHex);
    services.domains().require(id);
    byte[] wire =
        new LimitedBody(services.process().limits().maxFrameBytes()).read(body, claimedLength);
    return services
        .transactions()
        .insert(id, wire, Map.of())
        .thenApply(result -> TransactionAnswers.inserted(id, result));
  }

  /**
   * The serialized transaction, exactly as it was inserted.
   *
   * @param domain 64 hexadecimal digits
   * @param transaction 2 to 64 hexadecimal digits
   */
  @GET
  @Path("{transaction}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response find(
      @PathParam("domain") String domain,
      @PathParam("transaction") String transaction,
      @Context Request request) {
    return TransactionAnswers.found(find(domain, transaction), request);
  }

  /**
   * The transaction for people and programs without a BBc-1 library; see {@code
   * docs/transaction-json.md}. Only for who asks for JSON in the first place.
   *
   * @param domain 64 hexadecimal digits
   * @param transaction 2 to 64 hexadecimal digits
   */
  @GET
  @Path("{transaction}")
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
  public Response show(
      @PathParam("domain") String domain,
      @PathParam("transaction") String transaction,
      @Context Request request) {
    return TransactionAnswers.shown(find(domain, transaction), request);
  }

  private FoundTransaction find(String domain, String transaction) {
    DomainId domainId = PathIds.parse("domain", domain, DomainId::fromHex);
    TransactionId id = PathIds.parse("transaction", transaction, TransactionId::fromHex);
    return CompletableFuture.supplyAsync(
            () -> services.transactions().find(domainId, id), services.queries())
        .join()
        .orElseThrow(
            () ->
                new ProblemException(ProblemType.UNKNOWN_TRANSACTION, "Transaction " + id.toHex()));
  }
}
