package org.bbc1.message;

/**
 * A body that is well-formed msgpack but no map. The frame is ignored, the connection stays
 * (client-protocol section 1).
 */
public final class NotAMapException extends Exception {

  private static final long serialVersionUID = 1L;

  NotAMapException(String found) {
    super("the body is a msgpack " + found + ", not a map");
  }
}
