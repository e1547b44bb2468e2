package org.bbc1.cli;

import picocli.CommandLine.Command;

/** {@code bbc1 ledger}. */
@Command(
    name = "ledger",
    description =
        "Works on the ledger as a whole: anchors transactions, proves that they are, imports"
            + " others.",
    subcommands = {
      LedgerImportCommand.class,
      LedgerRegister.class,
      LedgerVerify.class,
      LedgerSubsystemCommand.Enable.class,
      LedgerSubsystemCommand.Disable.class
    })
final class LedgerCommand extends CommandGroup {}
