package org.bbc1.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.jspecify.annotations.Nullable;

/**
 * The administration of a node; its commands are signed if the client has the node key. How the
 * futures fail: {@link BbcAsyncClient}. Source: client-protocol sections 9 and 10.
 */
public final class AsyncAdministration {

  private final ClientCore core;
  private final AdminRequests requests;

  AsyncAdministration(ClientCore core) {
    this.core = core;
    this.requests = new AdminRequests(core.forms());
  }

  /** Sets up a domain on the node, with the defaults of its configuration. */
  public CompletableFuture<DomainChange> setUpDomain(DomainId domain) {
    return setUpDomain(domain, null);
  }

  /**
   * Sets up a domain on the node.
   *
   * @param configuration JSON object that is laid over the domain's section of the node's
   *     configuration, or null
   */
  public CompletableFuture<DomainChange> setUpDomain(
      DomainId domain, @Nullable String configuration) {
    return core.ask(
        Command.REQUEST_SETUP_DOMAIN,
        requests.setUpDomain(domain, configuration),
        Answers::domainChange);
  }

  /** Closes a domain on the node; its data files stay. */
  public CompletableFuture<DomainChange> closeDomain(DomainId domain) {
    return core.ask(
        Command.REQUEST_CLOSE_DOMAIN, requests.closeDomain(domain), Answers::domainChange);
  }

  /** The domains that run on the node. */
  public CompletableFuture<List<DomainId>> domains() {
    return core.ask(
        Command.REQUEST_GET_DOMAINLIST,
        requests.plain(Command.REQUEST_GET_DOMAINLIST),
        Answers::domains);
  }

  /** The statistics of the node: category, name, number. */
  public CompletableFuture<Map<String, Map<String, Long>>> statistics() {
    return core.ask(
        Command.REQUEST_GET_STATS, requests.plain(Command.REQUEST_GET_STATS), Answers::statistics);
  }

  /** The configuration of the node as JSON text. */
  public CompletableFuture<String> configuration() {
    return core.ask(
        Command.REQUEST_GET_CONFIG,
        requests.plain(Command.REQUEST_GET_CONFIG),
        answer -> Answers.successful(answer).text(KeyType.BBC_CONFIGURATION));
  }

  /** The id of the node in the domain. Never signed (client-protocol section 9.3). */
  public CompletableFuture<NodeId> nodeId(DomainId domain) {
    return core.ask(Command.REQUEST_GET_NODEID, requests.nodeId(domain), Answers::nodeId);
  }

  /** The nodes that this one knows in the domain; the first is itself. */
  public CompletableFuture<List<Neighbour>> neighbours(DomainId domain) {
    return core.ask(
        Command.REQUEST_GET_NEIGHBORLIST,
        requests.plain(Command.REQUEST_GET_NEIGHBORLIST, domain),
        Answers::neighbours);
  }

  /** The users of the domain who are registered on this node. */
  public CompletableFuture<List<UserId>> users(DomainId domain) {
    return core.ask(
        Command.REQUEST_GET_USERS,
        requests.plain(Command.REQUEST_GET_USERS, domain),
        Answers::users);
  }

  /**
   * On which other nodes users of the domain are known to be. Watched asset groups stand among the
   * users.
   */
  public CompletableFuture<Map<UserId, List<NodeId>>> forwardingList(DomainId domain) {
    return core.ask(
        Command.REQUEST_GET_FORWARDING_LIST,
        requests.plain(Command.REQUEST_GET_FORWARDING_LIST, domain),
        Answers::forwardingList);
  }

  /** Which users are told of transactions with assets of which group of the domain. */
  public CompletableFuture<Map<AssetGroupId, List<UserId>>> notificationList(DomainId domain) {
    return core.ask(
        Command.REQUEST_GET_NOTIFICATION_LIST,
        requests.plain(Command.REQUEST_GET_NOTIFICATION_LIST, domain),
        Answers::notificationList);
  }

  /** Gives the domain a neighbour that stays, over restarts of the node too. */
  public CompletableFuture<DomainChange> setStaticNode(
      DomainId domain, NodeId node, NodeAddress address) {
    return core.ask(
        Command.REQUEST_SET_STATIC_NODE,
        requests.staticNode(domain, node, address),
        Answers::domainChange);
  }

  /**
   * Has the node ping another one, which becomes a neighbour if it answers. There is no answer to
   * the client.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void pingDomain(DomainId domain, NodeAddress address) {
    core.tell(requests.domainPing(domain, address));
  }

  /**
   * Has the node read the key file of the domain again. There is no answer.
   *
   * @throws ConnectionException if the connection is gone
   */
  public void updateDomainKey(DomainId domain) {
    core.tellNumbered(requests.plain(Command.NOTIFY_DOMAIN_KEY_UPDATE, domain));
  }

  /** Switches the ledger subsystem of the domain on or off. */
  public CompletableFuture<Void> setLedgerSubsystem(DomainId domain, boolean enabled) {
    return core.ask(
        Command.REQUEST_MANIP_LEDGER_SUBSYS,
        requests.ledgerSubsystem(domain, enabled),
        Answers::done);
  }
}
