package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bbc1.client.BbcClient;
import org.bbc1.client.Neighbour;
import org.bbc1.id.DomainId;
import org.bbc1.id.Id;

/** Asks a node for what it tells about itself, as JSON: of some domains, or of all it has. */
final class NodeState {

  private final BbcClient client;
  private final List<DomainId> wanted;

  /** The state of these domains; of all, if there are none. */
  NodeState(BbcClient client, List<DomainId> wanted) {
    this.client = client;
    this.wanted = wanted;
  }

  JsonObject statistics() {
    JsonObjectBuilder result = Json.createObjectBuilder();
    new TreeMap<>(client.statistics())
        .forEach(
            (category, items) -> {
              JsonObjectBuilder numbers = Json.createObjectBuilder();
              new TreeMap<>(items).forEach(numbers::add);
              result.add(category, numbers);
            });
    return result.build();
  }

  /** As the node writes it. */
  String configurationText() {
    return client.configuration();
  }

  JsonObject configuration() {
    try (JsonReader reader = Json.createReader(new StringReader(client.configuration()))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new UserErrorException("the node sent a configuration that is no JSON object", e);
    }
  }

  JsonObject nodeIds() {
    return byDomain(domain -> Json.createValue(client.nodeId(domain).toHex()));
  }

  JsonObject users() {
    return byDomain(domain -> ids(client.administration().users(domain)));
  }

  JsonObject forwarding() {
    return byDomain(domain -> idLists(client.administration().forwardingList(domain)));
  }

  JsonObject notifications() {
    return byDomain(domain -> idLists(client.administration().notificationList(domain)));
  }

  JsonObject neighbours() {
    return byDomain(domain -> Neighbours.json(client.administration().neighbours(domain)));
  }

  /** The same as {@link #neighbours} for people. */
  List<String> neighbourLines() {
    List<String> lines = new ArrayList<>();
    for (DomainId domain : domains()) {
      List<Neighbour> neighbours = client.administration().neighbours(domain);
      lines.add("domain " + domain);
      lines.addAll(Neighbours.lines(neighbours));
    }
    return lines;
  }

  private List<DomainId> domains() {
    return wanted.isEmpty() ? client.domains() : wanted;
  }

  private JsonObject byDomain(Function<DomainId, JsonValue> ask) {
    JsonObjectBuilder result = Json.createObjectBuilder();
    domains().forEach(domain -> result.add(domain.toHex(), ask.apply(domain)));
    return result.build();
  }

  private static JsonValue ids(Collection<? extends Id> ids) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    ids.forEach(id -> array.add(id.toHex()));
    return array.build();
  }

  private static JsonValue idLists(Map<? extends Id, ? extends Collection<? extends Id>> lists) {
    JsonObjectBuilder result = Json.createObjectBuilder();
    lists.forEach((id, ids) -> result.add(id.toHex(), ids(ids)));
    return result.build();
  }
}
