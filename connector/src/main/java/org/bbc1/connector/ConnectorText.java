package org.bbc1.connector;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one catalogue of what the connector logs and throws. A code never changes its meaning. */
public enum ConnectorText {
  CONFIGURATION_INVALID("CON-001", "The configuration of the connector has %d fault(s): %s"),
  CONFIGURATION_NOT_A_NUMBER("CON-002", "%s = '%s' is not a whole number"),
  CONFIGURATION_OUT_OF_RANGE("CON-003", "%s = %d is outside %d to %d"),
  CONFIGURATION_NO_ADDRESS("CON-004", "%s = '%s' is not an address of this machine's name space"),
  CONFIGURATION_QUEUE_BELOW_FRAME(
      "CON-005", "%s = %d is less than %s = %d, so that no largest frame could be sent"),
  CONFIGURATION_MEMORY_BELOW_FRAME(
      "CON-006", "%s = %d is less than twice %s = %d, so that no largest frame could be received"),

  NOT_STARTED("CON-101", "The resource adapter is not started"),
  WRONG_ACTIVATION_SPEC(
      "CON-102", "The activation specification %s does not belong to this resource adapter"),
  ALREADY_ACTIVE(
      "CON-103",
      "The client port already serves another endpoint; one message-driven bean owns it"),
  CANNOT_LISTEN("CON-104", "Cannot listen for clients on %s port %d: %s"),
  NO_LISTENER_METHOD("CON-105", "The listener interface %s cannot be used"),
  PORT_CLOSED("CON-106", "The client port is not open"),
  WRONG_RESOURCE_ADAPTER(
      "CON-107", "The connection factory is not associated with the BBc-1 resource adapter"),
  NO_TRANSACTIONS("CON-108", "A client channel takes no part in transactions"),
  HANDLE_CLOSED("CON-109", "The client channel handle is closed"),
  FOREIGN_HANDLE("CON-110", "The handle is not a client channel of this resource adapter"),

  LISTENING("CON-201", "Listening for clients on %s port %d (%s)"),
  STOPPED_LISTENING("CON-202", "No longer listening for clients on %s port %d"),
  ADDRESS_REFUSED("CON-205", "Refusing a client of %s, which has %d connections, its limit"),
  CONNECTION_REFUSED("CON-203", "Refusing clients: %d connections are open, the limit is %d"),
  THREADS_DID_NOT_END("CON-204", "Threads '%s' did not end within %d s"),

  FRAME_DROPPED("CON-301", "%s: frame of type %d and %d bytes dropped"),
  FRAME_TOO_LONG("CON-302", "%s: closed, a frame of %d bytes was announced, the limit is %d"),
  HALF_FRAME_TIMEOUT("CON-303", "%s: closed, a frame made no progress for %d ms"),
  IDLE_TIMEOUT("CON-304", "%s: closed, idle for %d ms"),
  BODY_UNDECODABLE("CON-305", "%s: closed, undecodable frame: %s"),
  NO_SUCH_KEY(
      "CON-306", "%s: closed, an encrypted frame names a key that this connection does not have"),
  NOT_A_REQUEST("CON-307", "%s: frame ignored, it is no map with a command"),
  LISTENER_FAILED("CON-308", "%s: the listener failed, the connection goes on"),
  OUTGOING_OVERFLOW("CON-309", "%s: closed, %d bytes wait to be sent, the limit is %d"),
  SOCKET_FAILED("CON-310", "%s: closed, %s"),
  ENDPOINT_BUSY("CON-311", "%s: no endpoint free, trying again in %d ms"),
  MEMORY_EXHAUSTED(
      "CON-312",
      "%s: closed, it holds most of the memory for clients: %d of %d bytes, the limit is %d");

  private final String code;
  private final String pattern;

  ConnectorText(String code, String pattern) {
    this.code = code;
    this.pattern = pattern;
  }

  /** The stable code, for example {@code CON-104}. */
  public String code() {
    return code;
  }

  /** Code and text with the arguments filled in. */
  public String with(@Nullable Object... arguments) {
    return code + ": " + String.format(Locale.ROOT, pattern, arguments);
  }
}
