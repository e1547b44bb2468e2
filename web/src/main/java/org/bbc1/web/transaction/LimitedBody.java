package org.bbc1.web.transaction;

import java.io.IOException;
import java.io.InputStream;
import org.bbc1.web.problem.ProblemException;
import org.bbc1.web.problem.ProblemType;

/** Reads a request body up to a limit, whatever its length claims to be. */
final class LimitedBody {
  private final int limit;

  /**
   * @param limit largest body in bytes
   */
  LimitedBody(int limit) {
    this.limit = limit;
  }

  /**
   * The whole body.
   *
   * @param claimedLength {@code Content-Length}, negative if there is none; only good for refusing
   *     early
   * @throws ProblemException {@link ProblemType#TOO_LARGE} as soon as one byte too many was read
   */
  byte[] read(InputStream body, long claimedLength) throws IOException {
    if (claimedLength > limit) {
      throw tooLarge();
    }
    byte[] bytes = body.readNBytes(limit);
    if (bytes.length == limit && body.read() >= 0) {
      throw tooLarge();
    }
    return bytes;
  }

  private ProblemException tooLarge() {
    return new ProblemException(ProblemType.TOO_LARGE, "This node takes " + limit + " bytes.");
  }
}
