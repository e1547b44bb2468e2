package org.bbc1.error;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;

/**
 * The error state of the original library, for ported code that asks for it after a call; one for
 * each thread. {@code sign} of a key pair and {@code verify} of a key pair or signature start by
 * resetting it and set it when they fail; a signature that does not verify is an answer, no
 * failure, and leaves code 0. New code needs none of this: every failure is an exception that tells
 * its code, see {@link ErrorCoded}. Source: transaction-format section 10.3.
 */
public final class LastError {

  /** What {@link #code} gives in a thread that has not yet signed or verified anything. */
  public static final int INITIAL_CODE = -1;

  // Holds classes of the platform only: a pooled thread outlives an undeployed application, and
  // must not keep its class loader alive.
  private static final ThreadLocal<Map.Entry<Integer, String>> STATE = new ThreadLocal<>();

  private static final Map.Entry<Integer, String> INITIAL = entry(INITIAL_CODE, "");
  private static final Map.Entry<Integer, String> SUCCESS = entry(StatusCode.ESUCCESS.code(), "");

  private LastError() {}

  /** The code of the last failure of this thread; 0 after a success. */
  public static int code() {
    return current().getKey();
  }

  /** The text of the last failure of this thread; empty after a success. */
  public static String text() {
    return current().getValue();
  }

  /** Sets code 0 and the empty text. */
  public static void reset() {
    STATE.set(SUCCESS);
  }

  /** Sets a failure; the text must hold no secret. */
  public static void set(StatusCode code, String text) {
    STATE.set(entry(code.code(), text));
  }

  private static Map.Entry<Integer, String> current() {
    Map.Entry<Integer, String> state = STATE.get();
    return state == null ? INITIAL : state;
  }

  private static Map.Entry<Integer, String> entry(int code, String text) {
    return new SimpleImmutableEntry<>(code, text);
  }
}
