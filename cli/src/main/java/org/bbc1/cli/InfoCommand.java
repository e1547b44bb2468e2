package org.bbc1.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.id.DomainId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc1 info}. Source: configuration-and-tools section 6.1. */
@Command(
    name = "info",
    description = {
      "Shows the state of a node: its statistics, unless something else is asked for.",
      "What belongs to a domain is shown for all domains of the node, or for the one given by -d."
    })
final class InfoCommand implements Callable<Integer> {

  /** What can be shown. */
  private enum Shown {
    STATISTICS,
    CONFIGURATION,
    NODE_ID,
    USERS,
    NEIGHBOURS,
    FORWARDING,
    NOTIFICATIONS
  }

  /** What is shown. */
  static final class Topic {
    private Shown shown = Shown.STATISTICS;

    @Option(
        names = {"--stat", "--statistics"},
        description = "Statistics.")
    void statistics(boolean chosen) {
      choose(chosen, Shown.STATISTICS);
    }

    @Option(
        names = {"--config", "--getconfig"},
        description = "Configuration; pass words only if signed with the node key.")
    void configuration(boolean chosen) {
      choose(chosen, Shown.CONFIGURATION);
    }

    @Option(
        names = {"-n", "--node-id", "--my_node_id"},
        description = "Id of the node.")
    void nodeId(boolean chosen) {
      choose(chosen, Shown.NODE_ID);
    }

    @Option(
        names = {"-u", "--users", "--userlist"},
        description = "Registered users.")
    void users(boolean chosen) {
      choose(chosen, Shown.USERS);
    }

    @Option(
        names = {"-l", "--neighbors", "--neighborlist"},
        description = "The node itself and its neighbours.")
    void neighbours(boolean chosen) {
      choose(chosen, Shown.NEIGHBOURS);
    }

    @Option(
        names = {"-f", "--forwarding"},
        description = "Users known to be on other nodes.")
    void forwarding(boolean chosen) {
      choose(chosen, Shown.FORWARDING);
    }

    @Option(names = "--notifications", description = "Who is told of insertions, by asset group.")
    void notifications(boolean chosen) {
      choose(chosen, Shown.NOTIFICATIONS);
    }

    private void choose(boolean chosen, Shown topic) {
      if (chosen) {
        shown = topic;
      }
    }
  }

  @ArgGroup private Topic topic = new Topic();

  @Option(
      names = {"-d", "--domain", "--domain_id"},
      paramLabel = "HEX",
      description = "The domain, 64 hex digits.")
  private @Nullable String domain;

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    List<DomainId> wanted = domain == null ? List.of() : List.of(DomainTarget.parse(domain));
    try (BbcClient client = node.connect()) {
      print(new NodeState(client, wanted));
      return ExitCode.OK;
    }
  }

  private void print(NodeState state) {
    if (output.isJson()) {
      output.json(json(state));
    } else if (topic.shown == Shown.CONFIGURATION) {
      output.line(Texts.printableLines(state.configurationText()));
    } else if (topic.shown == Shown.NEIGHBOURS) {
      state.neighbourLines().forEach(output::line);
    } else {
      JsonLines.of(json(state)).forEach(output::line);
    }
  }

  private JsonObject json(NodeState state) {
    return switch (topic.shown) {
      case STATISTICS -> state.statistics();
      case CONFIGURATION -> state.configuration();
      case NODE_ID -> state.nodeIds();
      case USERS -> state.users();
      case NEIGHBOURS -> state.neighbours();
      case FORWARDING -> state.forwarding();
      case NOTIFICATIONS -> state.notifications();
    };
  }
}
