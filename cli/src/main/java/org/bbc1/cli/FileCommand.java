package org.bbc1.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bbc1 file}. */
@Command(
    name = "file",
    description = "Records files in the ledger, gets them back, proves them.",
    subcommands = {FilePut.class, FileGet.class, FileVerify.class, FileList.class})
final class FileCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is needed");
  }
}
