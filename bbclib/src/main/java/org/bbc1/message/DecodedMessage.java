package org.bbc1.message;

/**
 * A message with the dialect in which it was written.
 *
 * @param message the fields
 * @param dialect the form of the keys; {@link Dialect#BIN} for an empty map
 */
public record DecodedMessage(Message message, Dialect dialect) {}
