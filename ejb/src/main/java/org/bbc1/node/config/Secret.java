package org.bbc1.node.config;

/** A pass word that does not show itself when it is printed. */
public record Secret(String value) {

  @Override
  public String toString() {
    return value.isEmpty() ? "" : SecretMask.MASK;
  }
}
