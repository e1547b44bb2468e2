package org.bbc1.cli;

import picocli.CommandLine.Command;

/** {@code bbc1 domain}. */
@Command(
    name = "domain",
    description = "Sets domains up and closes them, lists them, edits their configuration.",
    subcommands = {
      DomainSetup.class,
      DomainClose.class,
      DomainList.class,
      DomainConfig.class,
      DomainKey.class
    })
final class DomainCommand extends CommandGroup {}
