package org.bbc1.client;

import java.time.Duration;

/** The node did not answer in time. Whether it did what was asked is not known. */
public final class RequestTimeoutException extends ClientException {

  private static final long serialVersionUID = 1L;

  RequestTimeoutException(Duration timeout) {
    super("no answer within " + timeout.toMillis() + " ms", null);
  }
}
