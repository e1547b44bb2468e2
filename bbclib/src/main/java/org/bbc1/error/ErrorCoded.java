package org.bbc1.error;

/** An exception that says its code in the catalogue. Source: transaction-format section 10.3. */
public interface ErrorCoded {

  /** The code; never {@link StatusCode#ESUCCESS}. */
  StatusCode statusCode();
}
