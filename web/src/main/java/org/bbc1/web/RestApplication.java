package org.bbc1.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface, version 1; the path carries the version. */
@ApplicationPath(RestApplication.ROOT)
public class RestApplication extends Application {
  /** Path below the host. */
  public static final String ROOT = "/api/v1";
}
