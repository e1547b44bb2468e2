package org.bbc1.transaction;

import java.util.Collection;
import java.util.List;
import org.bbc1.crypto.PublicKey;
import org.bbc1.id.UserId;

/**
 * What the caller knows about which public keys belong to which user. The format says nothing about
 * it: that is a matter between the members of a domain.
 */
@FunctionalInterface
public interface UserKeys {

  /** Nobody's keys are known. */
  UserKeys UNKNOWN = user -> List.of();

  /** All keys with which the user may sign; empty if his keys are not known. */
  Collection<PublicKey> keysOf(UserId user);
}
