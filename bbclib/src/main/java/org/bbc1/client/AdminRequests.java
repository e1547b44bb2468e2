package org.bbc1.client;

import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/** Builds the requests of administration. Source: client-protocol sections 9.3 and 10. */
final class AdminRequests {

  private static final String NO_IPV4 = "0.0.0.0";
  private static final String NO_IPV6 = "::";

  private final RequestForms forms;

  AdminRequests(RequestForms forms) {
    this.forms = forms;
  }

  /** Domain id and random in the order in which they are signed. */
  Message.Builder setUpDomain(DomainId domain, @Nullable String configuration) {
    Message.Builder fields = domainAndRandom(domain);
    if (configuration != null) {
      fields.put(KeyType.BBC_CONFIGURATION, configuration);
    }
    return forms.admin(forms.skeleton(Command.REQUEST_SETUP_DOMAIN), fields);
  }

  Message.Builder closeDomain(DomainId domain) {
    return forms.admin(forms.skeleton(Command.REQUEST_CLOSE_DOMAIN), domainAndRandom(domain));
  }

  /** A request whose only admin field is the random one, in the client's own domain. */
  Message.Builder plain(Command command) {
    return forms.admin(forms.skeleton(command), RequestForms.randomField());
  }

  /** The same for a given domain. */
  Message.Builder plain(Command command, DomainId domain) {
    return forms.admin(forms.skeleton(command, domain), RequestForms.randomField());
  }

  /** Never signed (client-protocol section 9.3). */
  Message.Builder nodeId() {
    return forms.skeleton(Command.REQUEST_GET_NODEID);
  }

  Message.Builder nodeId(DomainId domain) {
    return forms.skeleton(Command.REQUEST_GET_NODEID, domain);
  }

  Message.Builder staticNode(DomainId domain, NodeId node, NodeAddress address) {
    List<Value> nodeInfo =
        List.of(
            new Value.Bytes(node.toByteArray()),
            Value.Bytes.ofText(or(address.ipv4(), NO_IPV4)),
            Value.Bytes.ofText(or(address.ipv6(), NO_IPV6)),
            new Value.Int(address.port()));
    return forms.admin(
        forms.skeleton(Command.REQUEST_SET_STATIC_NODE, domain),
        Message.builder().put(KeyType.NODE_INFO, new Value.ListValue(nodeInfo)));
  }

  Message.Builder domainPing(DomainId domain, NodeAddress address) {
    Message.Builder fields = Message.builder();
    putUnlessAbsent(fields, KeyType.IPV4_ADDRESS, address.ipv4());
    putUnlessAbsent(fields, KeyType.IPV6_ADDRESS, address.ipv6());
    return forms.admin(
        forms.skeleton(Command.DOMAIN_PING, domain),
        fields.put(KeyType.PORT_NUMBER, address.port()).put(KeyType.STATIC_ENTRY, true));
  }

  Message.Builder ledgerSubsystem(DomainId domain, boolean enabled) {
    return forms.admin(
        forms.skeleton(Command.REQUEST_MANIP_LEDGER_SUBSYS, domain),
        Message.builder()
            .put(KeyType.LEDGER_SUBSYS_MANIP, enabled)
            .put(KeyType.RANDOM, RequestForms.random()));
  }

  private static Message.Builder domainAndRandom(DomainId domain) {
    return Message.builder()
        .put(KeyType.DOMAIN_ID, domain)
        .put(KeyType.RANDOM, RequestForms.random());
  }

  private static void putUnlessAbsent(
      Message.Builder fields, KeyType key, @Nullable String address) {
    if (address != null) {
      fields.put(key, address);
    }
  }

  private static String or(@Nullable String address, String absent) {
    return address == null ? absent : address;
  }
}
