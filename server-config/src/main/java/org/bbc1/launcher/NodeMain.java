package org.bbc1.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Entry point of {@code bbc1-node.jar}.
 *
 * <p>Standard output carries exactly one line, when the node is ready; everything else goes to
 * standard error or the log file.
 */
public final class NodeMain {
  private static final Path DEFAULT_FOLDER = Path.of(".bbc1");

  private NodeMain() {}

  /** Starts a node; the process ends with a code of {@code --help}'s list if it cannot. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    System.setOut(System.err);
    ExitCode code = run(arguments, out);
    if (code != ExitCode.OK) {
      System.exit(code.code());
    }
  }

  private static ExitCode run(String[] arguments, PrintStream out) {
    NodeOptions options = new NodeOptions();
    CommandLine commandLine =
        new CommandLine(options)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setCommandName("bbc1-node");
    try {
      commandLine.parseArgs(arguments);
    } catch (ParameterException e) {
      System.err.println("bbc1-node: " + e.getMessage() + " (see --help)");
      return ExitCode.USAGE;
    }
    if (commandLine.isUsageHelpRequested()) {
      commandLine.usage(out);
      return ExitCode.OK;
    }
    if (commandLine.isVersionHelpRequested()) {
      out.println("bbc1-node " + NodeMain.class.getPackage().getImplementationVersion());
      return ExitCode.OK;
    }
    Path folder =
        (options.workingFolder == null ? DEFAULT_FOLDER : options.workingFolder)
            .toAbsolutePath()
            .normalize();
    try {
      if (options.kill) {
        return new Background(out).stop(folder);
      }
      if (options.daemon) {
        return new Background(out).start(folder, options, List.of(arguments));
      }
      WorkingFolder taken = WorkingFolder.open(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(new Cleanup(taken), "bbc1-cleanup"));
      new NodeProcess(options, out).start(taken);
      return ExitCode.OK;
    } catch (StartFailure e) {
      System.err.println("bbc1-node: " + e.getMessage());
      return e.exitCode();
    } catch (IOException e) {
      System.err.println("bbc1-node: " + e);
      return ExitCode.WORKING_FOLDER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.START_FAILED;
    }
  }
}
