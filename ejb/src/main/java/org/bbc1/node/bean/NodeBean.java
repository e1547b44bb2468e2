package org.bbc1.node.bean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.bbc1.connector.outbound.ClientChannelFactory;
import org.bbc1.node.Node;
import org.bbc1.node.NodeServices;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.ProcessConfiguration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Owns the node: starts it with the application, before any message is delivered, and stops it
 * after the last. A node that cannot start fails the deployment; every reason is in the log.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeBean {

  private static final Logger LOG = System.getLogger("core");

  @Resource(lookup = "java:app/jdbc/bbc1")
  private DataSource dataSource;

  @Resource(lookup = "java:app/bbc1/ClientPort")
  private ClientChannelFactory clientPort;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService timers;

  private volatile @Nullable RunningNode running;

  @PostConstruct
  void start() {
    try {
      Config config = ConfigProvider.getConfig();
      ProcessConfiguration process =
          ProcessConfiguration.read(key -> config.getOptionalValue(key, String.class));
      running = RunningNode.start(process, dataSource, clientPort, threads, timers);
    } catch (ConfigurationException e) {
      e.faults().forEach(fault -> LOG.log(Level.ERROR, "the node cannot start: {0}", fault));
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the node cannot start: " + e.getMessage(), e);
      throw e;
    }
  }

  @PreDestroy
  void stop() {
    RunningNode node = running;
    running = null;
    if (node != null) {
      node.close();
    }
  }

  /**
   * The node, for the message-driven beans; public because a bean without interface offers nothing
   * else.
   */
  public Node node() {
    return required().node();
  }

  /** What the other doors work with; injected where they ask for it. */
  @Produces
  @Dependent
  public NodeServices services() {
    return required().node().services();
  }

  private RunningNode required() {
    RunningNode node = running;
    if (node == null) {
      throw new IllegalStateException("the node does not run");
    }
    return node;
  }
}
