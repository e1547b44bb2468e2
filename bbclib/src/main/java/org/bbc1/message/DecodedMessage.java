package org.bbc1.message;

/**
 * A message with the dialect in which it was written.
 *
 * @param message the fields
 * @param dialect the form of the keys; {@link Dialect#BIN} for an empty map
 * @param values how many values it consists of, keys included; each takes some 40 bytes of memory
 *     besides its contents
 */
public record DecodedMessage(Message message, Dialect dialect, int values) {}
