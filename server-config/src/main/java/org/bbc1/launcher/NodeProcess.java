package org.bbc1.launcher;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.random.RandomGenerator;

/** Runs the node in this process. */
final class NodeProcess {
  private static final String APPLICATION = "bbc1";

  private final NodeOptions options;
  private final PrintStream out;

  NodeProcess(NodeOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Returns when the node serves; its threads keep the process alive. */
  void start(WorkingFolder folder) throws StartFailure, InterruptedException {
    Settings asked =
        Settings.resolve(
            options, folder.path(), Settings.environment(System.getProperties(), System.getenv()));
    Ports ports = new Ports(RandomGenerator.getDefault());
    Settings settings =
        asked.withPorts(
            ports.claim("client port", asked.clientAddress(), asked.clientPort()),
            ports.claim("HTTP port", asked.httpAddress(), asked.httpPort()));
    settings.properties().forEach(System::setProperty);
    System.setProperty(NodeLogHandler.FILE_PROPERTY, checkedLog());
    System.setProperty(
        NodeLogHandler.SERVER_LEVEL_PROPERTY, options.verbosity.container().getName());
    boot(folder, settings);
    new Readiness(settings.httpAddress(), settings.httpPort()).await();
    StartProblems.forget();
    out.printf(
        "bbc1-node ready: clients %s:%d, http %s:%d, working folder %s%n",
        settings.clientAddress(),
        settings.clientPort(),
        settings.httpAddress(),
        settings.httpPort(),
        settings.workingFolder());
    out.flush();
  }

  /** The log file, opened once for a try: the log manager would only fall back to the console. */
  private String checkedLog() throws StartFailure {
    if (!options.log.equals(NodeLogHandler.CONSOLE)) {
      try {
        new FileOutputStream(options.log, true).close();
      } catch (IOException e) {
        throw new StartFailure(
            ExitCode.WORKING_FOLDER, "the log file cannot be written: " + e.getMessage());
      }
    }
    return options.log;
  }

  private void boot(WorkingFolder folder, Settings settings) throws StartFailure {
    try {
      List<String> arguments =
          new ContainerFiles(folder.runtime()).write(settings, options.verbosity);
      PayaraMicroBoot server = PayaraMicroLauncher.create(arguments.toArray(String[]::new));
      if (!server.getRuntime().getDeployedApplicationNames().contains(APPLICATION)) {
        throw StartProblems.explain("the server did not deploy the node");
      }
    } catch (StartFailure e) {
      throw e;
    } catch (IOException e) {
      throw new StartFailure(
          ExitCode.WORKING_FOLDER, "the runtime folder cannot be written: " + e.getMessage());
    } catch (Exception e) {
      throw StartProblems.explain("the server did not start", e);
    }
  }
}
