package org.bbc1.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bbc1.cli.config.DomainEdit;
import org.bbc1.cli.config.EditException;
import org.bbc1.cli.config.WorkingFolderLock;
import org.bbc1.node.config.ConfigurationException;
import org.bbc1.node.config.ConfigurationFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bbc1 domain config}. Source: configuration-and-tools section 6.3. */
@Command(
    name = "config",
    description = {
      "Edits config.json in the working folder; no node is asked.",
      "A running node takes over the section of a domain when the domain is set up next, everything",
      "else when it starts."
    })
final class DomainConfig implements Callable<Integer> {

  /** What is done with the file. */
  enum Action {
    SHOW,
    GENERATE,
    WRITE,
    DELETE
  }

  /** Two ways of saying it. */
  static final class Choice {
    @Parameters(
        index = "0",
        paramLabel = "ACTION",
        description = {
          "show: print the configuration, or the section of the domain.",
          "generate: write it out, the defaults if there is none.",
          "write: make the section of the domain from the default one; with -k1 and -v, set a key.",
          "delete: remove the section of the domain; with -k1, a key."
        })
    private @Nullable Action argument;

    @Option(
        names = {"-t", "--type"},
        paramLabel = "ACTION",
        description = "The same as an option.")
    private @Nullable Action option;
  }

  @ArgGroup(multiplicity = "1")
  private Choice choice = new Choice();

  @Option(
      names = {"-d", "--domain", "--domain_id"},
      paramLabel = "HEX",
      description = "The domain, 64 hex digits.")
  private @Nullable String domain;

  @Option(
      names = {"-k1", "--key1"},
      paramLabel = "KEY",
      description = "Key in the section of the domain.")
  private @Nullable String key1;

  @Option(
      names = {"-k2", "--key2"},
      paramLabel = "KEY",
      description = "Key below the first one.")
  private @Nullable String key2;

  @Option(
      names = {"-v", "--value"},
      paramLabel = "VALUE",
      description = "JSON if it is; else true or false; else text.")
  private @Nullable String value;

  @Option(
      names = {"-w", "--workingdir"},
      paramLabel = "DIR",
      defaultValue = ".bbc1",
      description = "Working folder of the node (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of(".bbc1");

  @Option(names = "--force", description = "Replace the section of the domain; its node id stays.")
  private boolean force;

  @Mixin private Output output = new Output();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    checkUsage();
    Path file = folder.resolve("config.json");
    try {
      JsonObject before = ConfigurationFile.read(file, folder);
      if (action() == Action.SHOW) {
        print(domain == null ? before : edit(before).section());
      } else {
        JsonObject after = change(before);
        write(file, after);
        print(after);
      }
      return ExitCode.OK;
    } catch (EditException e) {
      return output.no(e.reason());
    } catch (ConfigurationException e) {
      throw new UserErrorException(String.join("; ", e.faults()), e);
    }
  }

  private Action action() {
    Action action = choice.argument == null ? choice.option : choice.argument;
    return action == null ? Action.SHOW : action;
  }

  private void checkUsage() {
    if (key2 != null && key1 == null) {
      throw wrongUsage("-k2 goes with -k1");
    }
    if (action() == Action.WRITE && (domain == null || (key1 == null) != (value == null))) {
      throw wrongUsage("write takes -d, and -k1 together with -v");
    }
    if (action() != Action.WRITE && value != null) {
      throw wrongUsage("-v goes with write");
    }
    if (key1 != null && domain == null) {
      throw wrongUsage("-k1 goes with -d");
    }
  }

  private ParameterException wrongUsage(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private DomainEdit edit(JsonObject configuration) {
    return new DomainEdit(configuration, DomainTarget.parse(domain == null ? "" : domain));
  }

  private JsonObject change(JsonObject before) throws EditException {
    if (action() == Action.GENERATE || domain == null) {
      return before;
    }
    return action() == Action.WRITE ? written(edit(before)) : deleted(edit(before));
  }

  private JsonObject written(DomainEdit edit) throws EditException {
    if (key1 == null || value == null) {
      return edit.create(force);
    }
    return key2 == null
        ? edit.set(key1, DomainEdit.value(value))
        : edit.set(key1, key2, DomainEdit.value(value));
  }

  private JsonObject deleted(DomainEdit edit) throws EditException {
    if (key1 == null) {
      return edit.delete();
    }
    return key2 == null ? edit.delete(key1) : edit.delete(key1, key2);
  }

  private void write(Path file, JsonObject configuration) throws IOException {
    try (WorkingFolderLock lock = WorkingFolderLock.tryTake(folder)) {
      ConfigurationFile.write(file, configuration);
      if (!lock.isTaken()) {
        output.warn("a node runs on this file and writes it again from its memory");
      }
    }
    ConfigurationFile.faults(file, configuration)
        .forEach(fault -> output.warn("the node will not start with this: " + fault));
  }

  private void print(JsonObject configuration) {
    if (output.isJson()) {
      output.json(configuration);
    } else {
      output.line(ConfigurationFile.text(configuration));
    }
  }
}
