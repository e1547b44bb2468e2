package org.bbc1.node.domain;

import java.util.Comparator;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;

/**
 * A user in a domain. Comparable, so that a hash map stays fast when a client has chosen ids of one
 * hash code.
 */
public record UserBinding(DomainId domain, UserId user) implements Comparable<UserBinding> {

  private static final Comparator<UserBinding> ORDER =
      Comparator.comparing(UserBinding::domain).thenComparing(UserBinding::user);

  @Override
  public int compareTo(UserBinding other) {
    return ORDER.compare(this, other);
  }
}
