package org.bbc1.message;

import static org.bbc1.message.KeyType.ADMIN_INFO;
import static org.bbc1.message.KeyType.BBC_CONFIGURATION;
import static org.bbc1.message.KeyType.DOMAIN_ID;
import static org.bbc1.message.KeyType.IPV4_ADDRESS;
import static org.bbc1.message.KeyType.IPV6_ADDRESS;
import static org.bbc1.message.KeyType.LEDGER_SUBSYS_MANIP;
import static org.bbc1.message.KeyType.NODEKEY_SIGNATURE;
import static org.bbc1.message.KeyType.NODE_INFO;
import static org.bbc1.message.KeyType.PORT_NUMBER;
import static org.bbc1.message.KeyType.RANDOM;
import static org.bbc1.message.KeyType.STATIC_ENTRY;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;

/**
 * The node key signature over administrative data: the fields go as one TLV document into {@code
 * admin_info}, and the SHA-256 digest of that document is signed. Nothing else of the message is
 * covered. Source: client-protocol section 9.
 */
public final class AdminSignature {

  /** Length of a signature in bytes: r and s, 32 bytes each. */
  public static final int LENGTH = 64;

  /** Length in bytes of the random part of the signed data. */
  public static final int RANDOM_LENGTH = 32;

  private AdminSignature() {}

  /**
   * The fields that the signed data of this command may contribute to a message (client-protocol
   * section 9.3); any other field in it is to be ignored.
   */
  public static Set<KeyType> fieldsOf(Command command) {
    return switch (command) {
      case REQUEST_SETUP_DOMAIN -> Set.of(DOMAIN_ID, RANDOM, BBC_CONFIGURATION);
      case REQUEST_CLOSE_DOMAIN -> Set.of(DOMAIN_ID, RANDOM);
      case REQUEST_SET_STATIC_NODE -> Set.of(NODE_INFO);
      case DOMAIN_PING -> Set.of(IPV4_ADDRESS, IPV6_ADDRESS, PORT_NUMBER, STATIC_ENTRY);
      case REQUEST_MANIP_LEDGER_SUBSYS -> Set.of(LEDGER_SUBSYS_MANIP, RANDOM);
      default ->
          command.admin() && command != Command.REQUEST_GET_NODEID ? Set.of(RANDOM) : Set.of();
    };
  }

  /** The message with the fields as a signed document. */
  public static Message attach(Message message, KeyPair nodeKey, Message adminFields) {
    byte[] adminInfo = TlvCodec.encode(adminFields);
    return message.toBuilder()
        .put(ADMIN_INFO, adminInfo)
        .put(NODEKEY_SIGNATURE, nodeKey.sign(digest(adminInfo)))
        .build();
  }

  /**
   * Whether the signature over the document was made with this key. One of any other length than 64
   * bytes was not.
   */
  public static boolean verify(byte[] adminInfo, byte[] signature, KeyPair nodeKey) {
    return verify(adminInfo, signature, nodeKey.publicPart());
  }

  /** As the other form; the public part of the node key is enough. */
  public static boolean verify(byte[] adminInfo, byte[] signature, PublicKey nodeKey) {
    return signature.length == LENGTH && nodeKey.verify(digest(adminInfo), signature);
  }

  /** The 32 bytes that are signed: SHA-256 of the document. */
  public static byte[] digest(byte[] adminInfo) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(adminInfo);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
