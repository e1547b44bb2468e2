package org.bbc1.connector;

/**
 * A complete frame of a known payload type.
 *
 * @param payloadType the number of client-protocol section 1
 * @param body the body, at least one byte; handed over, not copied
 */
record Frame(int payloadType, byte[] body) {}
