package org.bbc1.client;

import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The administration of a node, see {@link AsyncAdministration}; each method waits for its answer.
 */
public final class Administration {

  private final AsyncAdministration part;

  Administration(AsyncAdministration part) {
    this.part = part;
  }

  /** See {@link AsyncAdministration#setUpDomain(DomainId)}. */
  public DomainChange setUpDomain(DomainId domain) {
    return Waiting.await(part.setUpDomain(domain));
  }

  /** See {@link AsyncAdministration#setUpDomain(DomainId, String)}. */
  public DomainChange setUpDomain(DomainId domain, @Nullable String configuration) {
    return Waiting.await(part.setUpDomain(domain, configuration));
  }

  /** See {@link AsyncAdministration#closeDomain}. */
  public DomainChange closeDomain(DomainId domain) {
    return Waiting.await(part.closeDomain(domain));
  }

  /** See {@link AsyncAdministration#domains}. */
  public List<DomainId> domains() {
    return Waiting.await(part.domains());
  }

  /** See {@link AsyncAdministration#statistics}. */
  public Map<String, Map<String, Long>> statistics() {
    return Waiting.await(part.statistics());
  }

  /** See {@link AsyncAdministration#configuration}. */
  public String configuration() {
    return Waiting.await(part.configuration());
  }

  /** See {@link AsyncAdministration#nodeId}. */
  public NodeId nodeId(DomainId domain) {
    return Waiting.await(part.nodeId(domain));
  }

  /** See {@link AsyncAdministration#neighbours}. */
  public List<Neighbour> neighbours(DomainId domain) {
    return Waiting.await(part.neighbours(domain));
  }

  /** See {@link AsyncAdministration#users}. */
  public List<UserId> users(DomainId domain) {
    return Waiting.await(part.users(domain));
  }

  /** See {@link AsyncAdministration#forwardingList}. */
  public Map<UserId, List<NodeId>> forwardingList(DomainId domain) {
    return Waiting.await(part.forwardingList(domain));
  }

  /** See {@link AsyncAdministration#notificationList}. */
  public Map<AssetGroupId, List<UserId>> notificationList(DomainId domain) {
    return Waiting.await(part.notificationList(domain));
  }

  /** See {@link AsyncAdministration#setStaticNode}. */
  public DomainChange setStaticNode(DomainId domain, NodeId node, NodeAddress address) {
    return Waiting.await(part.setStaticNode(domain, node, address));
  }

  /** See {@link AsyncAdministration#pingDomain}. */
  public void pingDomain(DomainId domain, NodeAddress address) {
    part.pingDomain(domain, address);
  }

  /** See {@link AsyncAdministration#updateDomainKey}. */
  public void updateDomainKey(DomainId domain) {
    part.updateDomainKey(domain);
  }

  /** See {@link AsyncAdministration#setLedgerSubsystem}. */
  public void setLedgerSubsystem(DomainId domain, boolean enabled) {
    Waiting.await(part.setLedgerSubsystem(domain, enabled));
  }
}
