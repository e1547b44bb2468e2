package org.bbc1.node.domain;

import org.bbc1.id.DomainId;

/**
 * Keeps something for every running domain. Called one domain at a time and never by two threads at
 * once; must not set up or close domains itself.
 */
public interface DomainListener {

  /**
   * A domain is about to run; nobody sees it yet.
   *
   * @throws DomainSetupException if it must not run; then {@link #closed} follows
   */
  default void opening(Domain domain) {}

  /** A domain does not run any more; whatever was kept for it is to be dropped. */
  default void closed(DomainId domain) {}
}
