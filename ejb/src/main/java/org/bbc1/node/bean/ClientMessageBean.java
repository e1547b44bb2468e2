package org.bbc1.node.bean;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bbc1.connector.ConnectionId;
import org.bbc1.connector.inbound.ClientMessageListener;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;
import org.bbc1.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the resource adapter delivers and hands it to the node. Bean-managed: the ledger
 * commits by itself, and an empty container transaction for every message would cost more than the
 * rest of the call. Which resource adapter it listens to stands in {@code glassfish-ejb-jar.xml}.
 */
@MessageDriven(name = "ClientMessageBean", messageListenerInterface = ClientMessageListener.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class ClientMessageBean implements ClientMessageListener {

  @EJB private NodeBean nodeBean;

  private @Nullable Node node;

  /**
   * Keeps the node itself, which lives as long as the application does: no bean call for every
   * message.
   */
  @PostConstruct
  void findNode() {
    node = nodeBean.node();
  }

  @Override
  public CompletionStage<Void> onMessage(
      ConnectionId connection, Message message, Dialect dialect) {
    return node == null
        ? CompletableFuture.completedStage(null)
        : node.onMessage(connection, message, dialect);
  }

  @Override
  public void onDisconnected(ConnectionId connection) {
    if (node != null) {
      node.onDisconnected(connection);
    }
  }
}
