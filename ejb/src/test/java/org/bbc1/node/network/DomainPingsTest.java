package org.bbc1.node.network;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.config.NodeAddress;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.node.time.VirtualScheduler;
import org.junit.jupiter.api.Test;

class DomainPingsTest {

  private static final Domain DOMAIN = domain("d1");
  private static final Domain OTHER_DOMAIN = domain("d2");
  private static final int MAX = 3;

  private final VirtualScheduler time = new VirtualScheduler();
  private final Statistics statistics = new Statistics();
  private final List<NodeAddress> sent = new ArrayList<>();
  private final DomainPings pings = pings((domain, target) -> sent.add(target));

  private static Domain domain(String byteOfId) {
    DomainId id = DomainId.fromHex(byteOfId.repeat(32));
    return new Domain(
        id,
        NodeId.fromHex("0a".repeat(32)),
        DomainSection.of("domain", JsonValue.EMPTY_JSON_OBJECT));
  }

  private DomainPings pings(NodePort port) {
    return new DomainPings(port, time.clock(), statistics, MAX);
  }

  private static NodeAddress address(int port) {
    return NodeAddress.of("192.0.2.1", null, port);
  }

  @Test
  void aPingIsSentAndCounted() {
    pings.ping(DOMAIN, address(1));

    assertThat(sent).containsExactly(address(1));
    assertThat(statistics.get(Counter.NETWORK_DOMAIN_PING_SEND)).isEqualTo(1);
  }

  @Test
  void anAddressIsNotPingedTwiceWithinTheLifeOfAPing() {
    pings.ping(DOMAIN, address(1));
    pings.ping(DOMAIN, address(1));
    assertThat(sent).hasSize(1);

    pings.ping(OTHER_DOMAIN, address(1));
    time.advance(DomainPings.LIFETIME);
    pings.ping(DOMAIN, address(1));

    assertThat(sent).hasSize(3);
  }

  @Test
  void pingsInFlightAreBoundedUntilTheyHaveRunOut() {
    for (int port = 1; port <= 10; port++) {
      pings.ping(DOMAIN, address(port));
    }
    assertThat(sent).hasSize(MAX);
    time.advance(DomainPings.LIFETIME.minus(Duration.ofMillis(1)));
    pings.ping(DOMAIN, address(20));
    assertThat(sent).hasSize(MAX);

    time.advance(Duration.ofMillis(1));
    pings.ping(DOMAIN, address(20));

    assertThat(sent).hasSize(MAX + 1).endsWith(address(20));
  }

  @Test
  void theEndOfADomainMakesRoom() {
    for (int port = 1; port <= MAX; port++) {
      pings.ping(DOMAIN, address(port));
    }

    pings.closed(DOMAIN.id());
    pings.ping(OTHER_DOMAIN, address(9));

    assertThat(sent).hasSize(MAX + 1);
  }

  @Test
  void whatCannotBeSentOccupiesNothingAndIsNotCounted() {
    DomainPings unconnected = pings(NodePort.CLOSED);
    for (int port = 1; port <= 10; port++) {
      unconnected.ping(DOMAIN, address(port));
    }

    assertThat(statistics.get(Counter.NETWORK_DOMAIN_PING_SEND)).isZero();
  }
}
