package org.bbc1.connector;

/**
 * Names one client connection for as long as the process runs. Numbers are given in the order of
 * acceptance, beginning with 1, and never reused.
 *
 * @param value the number
 */
public record ConnectionId(long value) {

  @Override
  public String toString() {
    return "connection " + value;
  }
}
