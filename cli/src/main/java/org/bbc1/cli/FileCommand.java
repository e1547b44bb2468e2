package org.bbc1.cli;

import picocli.CommandLine.Command;

/** {@code bbc1 file}. */
@Command(
    name = "file",
    description = "Records files in the ledger, gets them back, proves them.",
    subcommands = {
      FilePut.class,
      FileGet.class,
      FileVerify.class,
      FileList.class,
      FileSend.class,
      FileWait.class
    })
final class FileCommand extends CommandGroup {}
