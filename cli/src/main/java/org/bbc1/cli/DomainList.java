package org.bbc1.cli;

import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.id.DomainId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bbc1 domain list}. */
@Command(name = "list", description = "Lists the domains that run on the node.")
final class DomainList implements Callable<Integer> {

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    try (BbcClient client = node.connect()) {
      List<String> domains = client.domains().stream().map(DomainId::toHex).toList();
      if (output.isJson()) {
        output.json(Json.createArrayBuilder(domains).build());
      } else {
        domains.forEach(output::line);
      }
      return ExitCode.OK;
    }
  }
}
