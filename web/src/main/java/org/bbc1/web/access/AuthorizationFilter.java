package org.bbc1.web.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.bbc1.web.problem.ProblemException;
import org.bbc1.web.problem.ProblemType;

/** Turns away requests for {@link Authorized} operations that do not carry the token. */
@Provider
@Authorized
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AuthorizationFilter implements ContainerRequestFilter {

  @Inject AccessControl access;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!access.allows(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      throw new ProblemException(
          ProblemType.UNAUTHORIZED, "The token is in the file api_token of the working folder.");
    }
  }
}
