package org.bbc1.node.network;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.message.Reasons;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.NoSuchDomainException;

/**
 * Nodes that an operator named: neighbours from now on and after every restart, for they are kept
 * in {@code config.json} under {@code static_nodes}. Blocks for the file.
 */
public final class StaticNodes {

  private static final Logger LOG = System.getLogger("bbc_network");

  private final DomainRegistry domains;
  private final Neighbors neighbors;
  private final int maxPerDomain;

  /**
   * @param maxPerDomain most nodes that a domain may have under {@code static_nodes}
   */
  public StaticNodes(DomainRegistry domains, Neighbors neighbors, int maxPerDomain) {
    this.domains = domains;
    this.neighbors = neighbors;
    this.maxPerDomain = maxPerDomain;
  }

  /** A node that was not entered; the message is short and may be shown to a client. */
  public static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
      super(reason);
    }
  }

  /**
   * Enters a node, or its new address. This node itself is no neighbour: then nothing changes, as
   * in the reference.
   *
   * @throws RefusedException if the domain does not run, has as many static nodes as it may, or the
   *     file cannot be written; then nothing has changed
   */
  public void add(DomainId domain, NodeId nodeId, NodeAddress address) throws RefusedException {
    try {
      if (domains.require(domain).nodeId().equals(nodeId)) {
        return;
      }
      DomainSection changed =
          domains.changeSection(domain, section -> withNode(section, nodeId, address));
      if (!address.equals(changed.staticNodes().get(nodeId))) {
        throw new RefusedException(Reasons.TOO_MANY_STATIC_NODES);
      }
    } catch (NoSuchDomainException e) {
      throw new RefusedException(Reasons.NO_SUCH_DOMAIN);
    } catch (ConfigurationException e) {
      LOG.log(Level.ERROR, "static node {0} was not entered: {1}", nodeId, e.getMessage());
      throw new RefusedException(Reasons.INTERNAL_ERROR);
    }
    neighbors.put(domain, nodeId, address);
  }

  /** The section as it is if there is no room. */
  private DomainSection withNode(DomainSection section, NodeId nodeId, NodeAddress address) {
    Map<NodeId, NodeAddress> known = section.staticNodes();
    return known.containsKey(nodeId) || known.size() < maxPerDomain
        ? section.withStaticNode(nodeId, address)
        : section;
  }
}
