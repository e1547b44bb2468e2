package org.bbc1.node.domain;

/** The domain does not run on this node, or none was named. */
public final class NoSuchDomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSuchDomainException() {
    super("No such domain");
  }
}
