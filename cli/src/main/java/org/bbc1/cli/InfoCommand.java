package org.bbc1.cli;

import jakarta.json.JsonStructure;
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

  /** What is shown. */
  static final class Topic {
    @Option(
        names = {"--stat", "--statistics"},
        description = "Statistics.")
    private boolean statistics;

    @Option(
        names = {"--config", "--getconfig"},
        description = "Configuration; pass words only if signed with the node key.")
    private boolean configuration;

    @Option(
        names = {"-n", "--node-id", "--my_node_id"},
        description = "Id of the node.")
    private boolean nodeId;

    @Option(
        names = {"-u", "--users", "--userlist"},
        description = "Registered users.")
    private boolean users;

    @Option(
        names = {"-l", "--neighbors", "--neighborlist"},
        description = "The node itself and its neighbours.")
    private boolean neighbours;

    @Option(
        names = {"-f", "--forwarding"},
        description = "Users known to be on other nodes.")
    private boolean forwarding;

    @Option(names = "--notifications", description = "Who is told of insertions, by asset group.")
    private boolean notifications;
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
    } else if (topic.configuration) {
      output.line(Texts.printableLines(state.configurationText()));
    } else if (topic.neighbours) {
      state.neighbourLines().forEach(output::line);
    } else {
      JsonLines.of(json(state)).forEach(output::line);
    }
  }

  private JsonStructure json(NodeState state) {
    if (topic.configuration) {
      return state.configuration();
    }
    if (topic.nodeId) {
      return state.nodeIds();
    }
    if (topic.users) {
      return state.users();
    }
    if (topic.neighbours) {
      return state.neighbours();
    }
    if (topic.forwarding) {
      return state.forwarding();
    }
    return topic.notifications ? state.notifications() : state.statistics();
  }
}
