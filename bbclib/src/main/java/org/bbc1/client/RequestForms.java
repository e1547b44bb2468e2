package org.bbc1.client;

import java.security.SecureRandom;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What all requests of a client have in common: for whom and in which domain it acts, and the
 * signature over admin data. Source: client-protocol sections 7.2 and 9.3.
 */
final class RequestForms {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Identity NOBODY = new Identity(null, null);

  /** For whom and in which domain the client acts. */
  record Identity(@Nullable DomainId domain, @Nullable UserId user) {}

  private volatile @Nullable KeyPair nodeKey;
  private volatile Identity identity = NOBODY;

  RequestForms(@Nullable KeyPair nodeKey) {
    this.nodeKey = nodeKey;
  }

  synchronized void actAs(@Nullable DomainId domain, @Nullable UserId user) {
    identity = new Identity(domain, user);
  }

  synchronized void actIn(@Nullable DomainId domain) {
    identity = new Identity(domain, identity.user());
  }

  synchronized void actFor(@Nullable UserId user) {
    identity = new Identity(identity.domain(), user);
  }

  Identity identity() {
    return identity;
  }

  void signWith(@Nullable KeyPair key) {
    nodeKey = key;
  }

  /** A request without fields of its own. */
  Message.Builder skeleton(Command command) {
    Identity current = identity;
    return Message.of(command)
        .putOrNil(KeyType.DOMAIN_ID, current.domain())
        .putOrNil(KeyType.SOURCE_USER_ID, current.user())
        .put(KeyType.STATUS, 0);
  }

  /** The same for a domain that need not be the one the client acts in. */
  Message.Builder skeleton(Command command, DomainId domain) {
    return skeleton(command).put(KeyType.DOMAIN_ID, domain);
  }

  /** Adds the admin fields to a request: in a signed document if there is a node key. */
  Message.Builder admin(Message.Builder request, Message.Builder adminFields) {
    Message fields = adminFields.build();
    KeyPair key = nodeKey;
    if (key != null) {
      return AdminSignature.attach(request.build(), key, fields).toBuilder();
    }
    fields.fields().forEach(request::putByNumber);
    return request;
  }

  /** The random part that makes each signed document another one. */
  static Message.Builder randomField() {
    return Message.builder().put(KeyType.RANDOM, random());
  }

  static byte[] random() {
    byte[] random = new byte[AdminSignature.RANDOM_LENGTH];
    RANDOM.nextBytes(random);
    return random;
  }
}
