package org.bbc1.connector.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.bbc1.connector.Bbc1ResourceAdapter;
import org.bbc1.connector.ClientPort;
import org.bbc1.connector.ConnectorText;
import org.jspecify.annotations.Nullable;

/**
 * The container's view of a channel. It holds no resource; the port belongs to the resource
 * adapter.
 */
final class ManagedClientChannel implements ManagedConnection {

  private final Bbc1ResourceAdapter adapter;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<ClientChannelHandle> handles = ConcurrentHashMap.newKeySet();
  private @Nullable PrintWriter logWriter;

  ManagedClientChannel(Bbc1ResourceAdapter adapter) {
    this.adapter = adapter;
  }

  @Nullable ClientPort clientPort() {
    return adapter.clientPort();
  }

  void closed(ClientChannelHandle handle) {
    handles.remove(handle);
    ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
    event.setConnectionHandle(handle);
    listeners.forEach(listener -> listener.connectionClosed(event));
  }

  @Override
  public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
    ClientChannelHandle handle = new ClientChannelHandle(this);
    handles.add(handle);
    return handle;
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    if (!(connection instanceof ClientChannelHandle handle)) {
      throw new ResourceException(ConnectorText.FOREIGN_HANDLE.with());
    }
    ManagedClientChannel before = handle.managed();
    if (before != null) {
      before.handles.remove(handle);
    }
    handles.add(handle);
    handle.moveTo(this);
  }

  @Override
  public void cleanup() {
    handles.forEach(handle -> handle.moveTo(null));
    handles.clear();
  }

  @Override
  public void destroy() {
    cleanup();
    listeners.clear();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  @Override
  public XAResource getXAResource() throws ResourceException {
    throw noTransactions();
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    throw noTransactions();
  }

  private static NotSupportedException noTransactions() {
    return new NotSupportedException(ConnectorText.NO_TRANSACTIONS.with());
  }

  @Override
  public ManagedConnectionMetaData getMetaData() {
    return new ChannelMetaData();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    this.logWriter = writer;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }
}
