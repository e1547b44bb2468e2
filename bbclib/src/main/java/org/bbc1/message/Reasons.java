package org.bbc1.message;

import org.bbc1.error.StatusCode;

/**
 * The texts a node puts into {@link KeyType#REASON}. Client programs compare some of them, so they
 * are part of the protocol. Source: client-protocol sections 7 to 13.
 */
public final class Reasons {

  /**
   * A mandatory field is missing or of the wrong type; with {@link StatusCode#EINVALID_COMMAND}.
   */
  public static final String LACK_OF_MANDATORY_PARAMS = "lack of mandatory params";

  /** The domain is not set up on this node; with {@link StatusCode#EINVALID_COMMAND}. */
  public static final String NO_SUCH_DOMAIN = "No such domain";

  /** SETUP_DOMAIN of a domain that is running; status 0, result false. */
  public static final String ALREADY_EXISTS = "Already exists";

  /**
   * An admin command without a good node key signature; with {@link
   * StatusCode#EUNAUTHORIZED_COMMAND}.
   */
  public static final String ILLEGAL_ACCESS = "Illegal access to core node";

  /** INSERT without a domain or into an unknown one; with {@link StatusCode#EINVALID_COMMAND}. */
  public static final String SET_UP_THE_DOMAIN_FIRST = "Set up the domain, first!";

  /** INSERT into the domain of domains; with {@link StatusCode#EINVALID_COMMAND}. */
  public static final String INSERT_NOT_ALLOWED_IN_DOMAIN_0 =
      "Insert is not allowed in domain_global_0";

  /** INSERT of something unreadable or unverifiable; with {@link StatusCode#EINVALID_COMMAND}. */
  public static final String BAD_TRANSACTION_FORMAT = "Bad transaction format";

  /**
   * INSERT that the database refused, a known id above all; with {@link
   * StatusCode#EINVALID_COMMAND}.
   */
  public static final String FAILED_TO_INSERT = "Failed to insert a transaction into the ledger";

  /** Nothing found; with {@link StatusCode#ENOTRANSACTION}. */
  public static final String CANNOT_FIND_TRANSACTION = "Cannot find transaction";

  /** A message or signature request to somebody unknown; result false. */
  public static final String CANNOT_FIND_USER = "Cannot find such user";

  /** MANIP_LEDGER_SUBSYS without a ledger subsystem; with {@link StatusCode#ENOSUBSYSTEM}. */
  public static final String LEDGER_SUBSYSTEM_NOT_INSTALLED = "Ledger_subsystem is not installed";

  /**
   * Registering or verifying a digest without a ledger subsystem; with {@link
   * StatusCode#ENOSUBSYSTEM}.
   */
  public static final String LEDGER_SUBSYSTEM_NOT_ACTIVATED = "Ledger_subsystem is not activated";

  /** SET_STATIC_NODE without a usable list of four elements; status 0, result false. */
  public static final String BAD_NODE_INFO = "node_info must be [node id, IPv4, IPv6, port]";

  /** SET_STATIC_NODE beyond the configured number of nodes; status 0, result false. */
  public static final String TOO_MANY_STATIC_NODES = "Too many static nodes";

  /**
   * CROSS_REF_VERIFY without a neighbour that could help; with {@link StatusCode#ENOTRANSACTION}.
   */
  public static final String CANNOT_VERIFY_CROSS_REF =
      "Cannot verify by cross reference: no domain0 manager is known";

  /** Something failed inside the node; with {@link StatusCode#EOTHER}. Reveals no internals. */
  public static final String INTERNAL_ERROR = "Internal error";

  private Reasons() {}
}
