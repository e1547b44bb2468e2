package org.bbc1.cli;

import jakarta.json.Json;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.id.DomainId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Switches the ledger subsystem of a domain. Source: client-protocol section 10.5. */
abstract class LedgerSubsystemCommand implements Callable<Integer> {

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private DomainTarget target = new DomainTarget();
  @Mixin private Output output = new Output();

  private final boolean enabled;

  private LedgerSubsystemCommand(boolean enabled) {
    this.enabled = enabled;
  }

  /** {@code bbc1 ledger enable}. */
  @Command(name = "enable", description = "Switches the ledger subsystem of a domain on.")
  static final class Enable extends LedgerSubsystemCommand {
    Enable() {
      super(true);
    }
  }

  /** {@code bbc1 ledger disable}. */
  @Command(
      name = "disable",
      description = "Switches the ledger subsystem of a domain off; nothing is registered then.")
  static final class Disable extends LedgerSubsystemCommand {
    Disable() {
      super(false);
    }
  }

  @Override
  public Integer call() {
    DomainId domain = target.domain();
    try (BbcClient client = node.connect()) {
      client.administration().setLedgerSubsystem(domain, enabled);
    }
    if (output.isJson()) {
      output.json(
          Json.createObjectBuilder().add("domain", domain.toHex()).add("enabled", enabled).build());
    } else {
      output.line("Result: success");
    }
    return ExitCode.OK;
  }
}
