package org.bbc1.web.transaction;

import jakarta.json.Json;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.node.transaction.InsertResult;
import org.bbc1.node.transaction.Refusal;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.json.TransactionJson;
import org.bbc1.web.RestApplication;
import org.bbc1.web.problem.Problem;
import org.bbc1.web.problem.ProblemException;
import org.bbc1.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Puts results of the node's services into HTTP's terms. */
final class TransactionAnswers {
  /** One year, in seconds: the usual "for ever" of caches. */
  private static final int ONE_YEAR = 31_536_000;

  private TransactionAnswers() {}

  /** The answer to an insert. */
  static Response inserted(DomainId domain, InsertResult result) {
    if (result instanceof InsertResult.Inserted inserted) {
      TransactionId id = inserted.transaction().transactionId();
      return Response.created(location(domain, id))
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(
              Json.createObjectBuilder()
                  .add("domainId", domain.toHex())
                  .add("transactionId", id.toHex())
                  .build()
                  .toString())
          .build();
    }
    InsertResult.Refused refused = (InsertResult.Refused) result;
    return refused(domain, refused.refusal(), refused.transactionId());
  }

  private static Response refused(DomainId domain, Refusal refusal, @Nullable TransactionId id) {
    if (refusal == Refusal.DUPLICATE && id != null) {
      return Problem.of(ProblemType.TRANSACTION_EXISTS, null)
          .response()
          .location(location(domain, id))
          .build();
    }
    throw new ProblemException(
        switch (refusal) {
          case NO_DOMAIN -> ProblemType.UNKNOWN_DOMAIN;
          case DOMAIN_GLOBAL_0 -> ProblemType.DOMAIN_WITHOUT_LEDGER;
          case BAD_TRANSACTION -> ProblemType.BAD_TRANSACTION;
          case DUPLICATE -> ProblemType.TRANSACTION_EXISTS;
          case LEDGER_UNAVAILABLE -> ProblemType.LEDGER_UNAVAILABLE;
        },
        refusal.reason());
  }

  /** The bytes as stored; they never change, so whoever has them need not ask again. */
  static Response found(FoundTransaction found, Request request) {
    requireIntact(found);
    CacheControl cache = new CacheControl();
    cache.setMaxAge(ONE_YEAR);
    cache.setNoTransform(true);
    cache.getCacheExtension().put("immutable", "");
    return answer(found.data(), MediaType.APPLICATION_OCTET_STREAM_TYPE, cache, request);
  }

  /** The JSON view, which another release of the node may write in another way. */
  static Response shown(FoundTransaction found, Request request) {
    String json = TransactionJson.toJson(requireIntact(found)).toString();
    CacheControl cache = new CacheControl();
    cache.setNoCache(true);
    cache.setNoTransform(true);
    return answer(
        json.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE, cache, request);
  }

  private static Transaction requireIntact(FoundTransaction found) {
    Transaction transaction = found.transaction();
    if (transaction == null) {
      throw new ProblemException(
          ProblemType.COMPROMISED_TRANSACTION, "Transaction " + found.key().toHex());
    }
    return transaction;
  }

  private static Response answer(
      byte[] content, MediaType type, CacheControl cache, Request request) {
    EntityTag tag = new EntityTag(sha256(content));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = unchanged == null ? Response.ok(content, type) : unchanged;
    return response
        .tag(tag)
        .cacheControl(cache)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private static URI location(DomainId domain, TransactionId id) {
    return URI.create(
        RestApplication.ROOT + "/domains/" + domain.toHex() + "/transactions/" + id.toHex());
  }

  private static String sha256(byte[] data) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
