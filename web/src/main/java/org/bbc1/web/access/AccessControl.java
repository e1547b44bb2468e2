package org.bbc1.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Holds the token of this node; reads or makes its file when the application starts. */
@ApplicationScoped
public class AccessControl {
  private static final Logger LOG = System.getLogger(AccessControl.class.getName());

  @Inject Config config;

  private volatile @Nullable BearerToken token;

  void open(@Observes @Initialized(ApplicationScoped.class) Object start) {
    TokenFile file =
        new TokenFile(
            Path.of(config.getOptionalValue("bbc1.workingdir", String.class).orElse(".bbc1")),
            new SecureRandom());
    try {
      token = new BearerToken(file.read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.log(Level.INFO, "the token for writing over HTTP is in {0}", file.path());
  }

  /** Whether the {@code Authorization} header allows to write. */
  public boolean allows(@Nullable String authorization) {
    BearerToken expected = token;
    return expected != null && expected.isIn(authorization);
  }
}
