package org.bbc1.cli;

import java.io.PrintWriter;
import org.bbc1.client.ClientException;
import org.bbc1.client.ErrorReplyException;
import org.bbc1.message.Reasons;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code bbc1} command. */
@Command(
    name = "bbc1",
    description =
        "Records, proves and hands over files in a BBc-1 ledger; shows and runs its nodes; makes identifiers and keys.",
    scope = CommandLine.ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or the answer is yes",
      "1:the answer is no: not found, not verified",
      "2:wrong usage, no connection, or refused by the node"
    },
    subcommands = {
      FileCommand.class,
      InfoCommand.class,
      PingCommand.class,
      DomainCommand.class,
      StaticNodeCommand.class,
      IdCommand.class,
      KeyCommand.class,
      LedgerCommand.class,
      Demo.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::report);
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand is needed");
  }

  /**
   * Foreseen failures are told in one line; what is not foreseen is a fault of ours and shows its
   * trace.
   */
  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (failure instanceof ClientException || failure instanceof UserErrorException) {
      err.println("bbc1: " + Texts.printable(String.valueOf(failure.getMessage())));
      String hint = hint(failure);
      if (hint != null) {
        err.println("bbc1: " + hint);
      }
    } else {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.FAILURE;
  }

  private static @Nullable String hint(Exception failure) {
    if (!(failure instanceof ErrorReplyException refusal)) {
      return null;
    }
    return switch (refusal.reason()) {
      case Reasons.NO_SUCH_DOMAIN, Reasons.SET_UP_THE_DOMAIN_FIRST ->
          "the node does not have this domain; \"bbc1 domain setup\", or --setup-domain, sets it up";
      case Reasons.ILLEGAL_ACCESS ->
          "this needs the key of the node: --node-key <working folder>/node_key.pem";
      default -> null;
    };
  }

  /** The version from the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"bbc1 " + (version == null ? "(development)" : version)};
    }
  }
}
