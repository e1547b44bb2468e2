package org.bbc1.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * For the server's own exceptions, of which some have a nearer mapper than the one of Throwable.
 */
@Provider
public class WebErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException thrown) {
    return Problems.answer(thrown);
  }
}
