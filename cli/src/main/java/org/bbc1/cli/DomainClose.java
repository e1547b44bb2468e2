package org.bbc1.cli;

import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.id.DomainId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bbc1 domain close}. Source: configuration-and-tools section 6.4. */
@Command(
    name = "close",
    description = {
      "Closes a domain on the node. Its section of config.json is deleted, and with it the id of",
      "the node in the domain; the data stay."
    })
final class DomainClose implements Callable<Integer> {

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private DomainTarget target = new DomainTarget();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    DomainId domain = target.domain();
    try (BbcClient client = node.connect()) {
      return DomainOutcome.print(output, domain, client.closeDomain(domain));
    }
  }
}
