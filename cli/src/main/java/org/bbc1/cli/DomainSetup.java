package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.id.DomainId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc1 domain setup}. Source: configuration-and-tools section 6.4. */
@Command(
    name = "setup",
    description =
        "Sets a domain up on the node, by its section of config.json or else the default section.")
final class DomainSetup implements Callable<Integer> {

  /** Keys of the section that the command brings along. */
  static final class Section {
    @Option(
        names = "--config",
        paramLabel = "JSON",
        description = "JSON object that is laid over the domain's section.")
    private @Nullable String text;

    @Option(names = "--config-file", paramLabel = "FILE", description = "The same from a file.")
    private @Nullable Path file;
  }

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private DomainTarget target = new DomainTarget();
  @Mixin private Output output = new Output();

  @ArgGroup private Section section = new Section();

  @Override
  public Integer call() {
    DomainId domain = target.domain();
    String configuration = configuration();
    try (BbcClient client = node.connect()) {
      return DomainOutcome.print(output, domain, client.setUpDomain(domain, configuration));
    }
  }

  private @Nullable String configuration() {
    if (section.file != null) {
      return object(new String(LocalFiles.read(section.file), StandardCharsets.UTF_8));
    }
    return section.text == null ? null : object(section.text);
  }

  private static String object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject().toString();
    } catch (JsonException e) {
      throw new UserErrorException("the configuration is no JSON object: " + e.getMessage(), e);
    }
  }
}
