package org.bbc1.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.Delivery;
import org.bbc1.message.Message;
import org.bbc1.node.command.ReplyPort;
import org.bbc1.session.SessionKey;

/** Keeps what the node sends, by connection. */
public final class RecordingPort implements ReplyPort {

  private final Map<ConnectionId, List<Message>> sent = new ConcurrentHashMap<>();
  private final Set<Message> protectedMessages =
      Collections.newSetFromMap(Collections.synchronizedMap(new IdentityHashMap<>()));
  private final Map<ConnectionId, SessionKey> keys = new ConcurrentHashMap<>();
  private final Set<ConnectionId> disconnected = ConcurrentHashMap.newKeySet();

  @Override
  public boolean send(ConnectionId connection, Message message) {
    sent.computeIfAbsent(connection, key -> new CopyOnWriteArrayList<>()).add(message);
    return true;
  }

  @Override
  public boolean sendProtected(ConnectionId connection, Message message) {
    protectedMessages.add(message);
    return send(connection, message);
  }

  @Override
  public Delivery offerProtected(ConnectionId connection, Message message) {
    return sendProtected(connection, message) ? Delivery.QUEUED : Delivery.GONE;
  }

  @Override
  public boolean sendAndActivate(ConnectionId connection, Message message, SessionKey key) {
    keys.put(connection, key);
    return send(connection, message);
  }

  @Override
  public void disconnect(ConnectionId connection) {
    disconnected.add(connection);
  }

  @Override
  public int connectionCount() {
    return 1;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /** What was sent to a connection since the last call. */
  public List<Message> take(ConnectionId connection) {
    List<Message> messages = sent.remove(connection);
    return messages == null ? List.of() : new ArrayList<>(messages);
  }

  /** Whether nothing at all was sent since the last call of {@link #take}. */
  public boolean isSilent() {
    return sent.isEmpty();
  }

  /** Whether this message was to go out encrypted on a connection with a key. */
  public boolean wasProtected(Message message) {
    return protectedMessages.contains(message);
  }

  /** The session key that was set, or null. */
  public SessionKey keyOf(ConnectionId connection) {
    return keys.get(connection);
  }

  public boolean isDisconnected(ConnectionId connection) {
    return disconnected.contains(connection);
  }
}
