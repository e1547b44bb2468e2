package org.bbc1.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST interface, version 1; the path carries the version. */
@ApplicationPath(RestApplication.ROOT)
public class RestApplication extends Application {
  /** Path below the host. */
  public static final String ROOT = "/api/v1";

  /** Without the server's own description in WADL; {@code /openapi} describes the interface. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
