package org.bbc1.node;

import java.util.concurrent.atomic.AtomicInteger;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.AdminSignature;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Requests as the Python client makes them: command, domain, user, status 0, query id. */
public final class Requests {

  public static final DomainId DOMAIN = DomainId.fromHex("d0".repeat(32));
  public static final UserId USER = UserId.fromHex("0e".repeat(32));

  private static final AtomicInteger QUERY_ID = new AtomicInteger();
  private static final AtomicInteger RANDOM = new AtomicInteger();

  private Requests() {}

  public static Message.Builder of(Command command) {
    return of(command, DOMAIN);
  }

  public static Message.Builder of(Command command, @Nullable DomainId domain) {
    int queryId = QUERY_ID.incrementAndGet();
    return Message.of(command)
        .putOrNil(KeyType.DOMAIN_ID, domain)
        .put(KeyType.SOURCE_USER_ID, USER)
        .put(KeyType.STATUS, 0)
        .put(KeyType.QUERY_ID, new byte[] {(byte) queryId, (byte) (queryId >> 8)});
  }

  public static Message setUp(DomainId domain) {
    return of(Command.REQUEST_SETUP_DOMAIN, domain).build();
  }

  public static Message setUp(DomainId domain, String configuration) {
    return of(Command.REQUEST_SETUP_DOMAIN, domain)
        .put(KeyType.BBC_CONFIGURATION, configuration)
        .build();
  }

  public static Message close(DomainId domain) {
    return of(Command.REQUEST_CLOSE_DOMAIN, domain).build();
  }

  public static Message register(DomainId domain, UserId user) {
    return of(Command.REGISTER, domain)
        .put(KeyType.SOURCE_USER_ID, user)
        .remove(KeyType.QUERY_ID)
        .build();
  }

  public static Message insert(Transaction transaction) {
    return insert(transaction.serialize());
  }

  public static Message insert(byte[] wire) {
    return of(Command.REQUEST_INSERT)
        .put(KeyType.TRANSACTION_DATA, wire)
        .putNil(KeyType.ALL_ASSET_FILES)
        .build();
  }

  /** A document with fresh random bytes; add more fields to it. */
  public static Message.Builder adminFields() {
    byte[] random = new byte[32];
    int number = RANDOM.incrementAndGet();
    random[0] = (byte) number;
    random[1] = (byte) (number >> 8);
    return Message.builder().put(KeyType.RANDOM, random);
  }

  public static Message signed(Message.Builder request, KeyPair key) {
    return AdminSignature.attach(request.build(), key, adminFields().build());
  }

  public static Message signedSetUp(DomainId domain, KeyPair key) {
    return AdminSignature.attach(
        of(Command.REQUEST_SETUP_DOMAIN, null).build(),
        key,
        adminFields().put(KeyType.DOMAIN_ID, domain).build());
  }
}
