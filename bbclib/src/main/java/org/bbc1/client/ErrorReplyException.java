package org.bbc1.client;

import org.bbc1.error.ErrorCoded;
import org.bbc1.error.StatusCode;
import org.jspecify.annotations.Nullable;

/** The node answered with a negative status. */
public final class ErrorReplyException extends ClientException implements ErrorCoded {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  ErrorReplyException(int status, String reason) {
    super(name(status) + ": " + reason, null);
    this.status = status;
    this.reason = reason;
  }

  /** The code of the reply; negative (client-protocol section 6). */
  public int status() {
    return status;
  }

  /** The code of the reply as one of the catalogue; {@code EOTHER} if it is not in there. */
  @Override
  public StatusCode statusCode() {
    @Nullable StatusCode code = StatusCode.ofCode(status);
    return code == null ? StatusCode.EOTHER : code;
  }

  /** The text of the reply; empty if it had none. */
  public String reason() {
    return reason;
  }

  private static String name(int status) {
    @Nullable StatusCode code = StatusCode.ofCode(status);
    return code == null ? "status " + status : code.name();
  }
}
