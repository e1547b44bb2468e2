package org.bbc1.cli;

import org.bbc1.id.DomainId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The one domain that a command is about. */
final class DomainTarget {

  /** Two ways of saying it. */
  static final class Choice {
    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain, 64 hex digits.")
    private @Nullable String argument;

    @Option(
        names = {"-d", "--domain", "--domain_id"},
        paramLabel = "HEX",
        description = "The same as an option.")
    private @Nullable String option;
  }

  @ArgGroup(multiplicity = "1")
  private Choice choice = new Choice();

  DomainId domain() {
    String hex = choice.argument == null ? choice.option : choice.argument;
    return parse(hex == null ? "" : hex);
  }

  static DomainId parse(String hex) {
    return LedgerOptions.id("the domain", hex, DomainId::fromHex);
  }
}
