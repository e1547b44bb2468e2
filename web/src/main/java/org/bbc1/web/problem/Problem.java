package org.bbc1.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail.
 *
 * @param type a URI reference
 * @param title short text, the same for every occurrence of the type
 * @param status HTTP status code
 * @param detail what is special about this occurrence
 */
public record Problem(String type, String title, int status, @Nullable String detail) {
  /** Media type of problem details. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String UNNAMED = "about:blank";

  /** A problem of a known type. */
  public static Problem of(ProblemType type, @Nullable String detail) {
    return new Problem(type.uri(), type.title(), type.status(), detail);
  }

  /** A problem that its status says all about. */
  public static Problem ofStatus(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return new Problem(
        UNNAMED, known == null ? "Error " + status : known.getReasonPhrase(), status, null);
  }

  /** The JSON document. */
  public String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("type", type).add("title", title).add("status", status);
    if (detail != null) {
      json.add("detail", detail);
    }
    return json.build().toString();
  }

  /** A response that carries it, for more headers to be added. */
  public Response.ResponseBuilder response() {
    return Response.status(status).type(MEDIA_TYPE).entity(toJson());
  }
}
