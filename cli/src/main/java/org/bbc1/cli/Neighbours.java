package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.bbc1.client.Neighbour;

/** A neighbour list, whose first entry is the node itself, for programs and for people. */
final class Neighbours {

  private static final int SHORT_ID = 8;

  private Neighbours() {}

  static JsonArray json(List<Neighbour> neighbours) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (int i = 0; i < neighbours.size(); i++) {
      Neighbour node = neighbours.get(i);
      JsonObjectBuilder entry =
          Json.createObjectBuilder().add("nodeId", node.nodeId().toHex()).add("myself", i == 0);
      if (node.ipv4() != null) {
        entry.add("ipv4", node.ipv4());
      }
      if (node.ipv6() != null) {
        entry.add("ipv6", node.ipv6());
      }
      array.add(
          entry
              .add("port", node.port())
              .add("domain0", node.inDomain0())
              .add("updatedAt", node.lastUpdate().toString()));
    }
    return array.build();
  }

  static List<String> lines(List<Neighbour> neighbours) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < neighbours.size(); i++) {
      Neighbour node = neighbours.get(i);
      lines.add(
          String.format(
              "  %-8s  %s  %s  %s  %d  %s",
              i == 0 ? "*myself*" : "",
              node.nodeId().toHex().substring(0, SHORT_ID),
              node.ipv4() == null ? "-" : node.ipv4(),
              node.ipv6() == null ? "-" : node.ipv6(),
              node.port(),
              node.inDomain0() ? "domain0" : "-"));
    }
    return lines;
  }
}
