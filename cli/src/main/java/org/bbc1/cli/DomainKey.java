package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc1 domain key}. Source: configuration-and-tools sections 4 and 6.5. */
@Command(
    name = "key",
    description = {
      "Makes the key of a domain, with which its nodes sign what they tell each other, and has the",
      "node read it. All nodes of the domain need the same file."
    })
final class DomainKey implements Callable<Integer> {

  /** What to do; both is possible. */
  static final class Action {
    @Option(
        names = {"-g", "--generate"},
        description = "Make a key on P-256 in DIR/DOMAIN.pem, which only you may read.")
    private boolean generate;

    @Option(
        names = {"-n", "--notify"},
        description =
            "Have the node read the file again; it does not answer. The old key is valid for a while.")
    private boolean tellNode;
  }

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Action action = new Action();

  @Option(
      names = {"--directory", "-dir"},
      paramLabel = "DIR",
      defaultValue = ".bbc1/domain_keys",
      description =
          "Directory of the keys, domain_key.directory in config.json (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of(".bbc1", "domain_keys");

  @Option(names = "--force", description = "Replace the key if there is one.")
  private boolean force;

  @Mixin private AdminOptions node = new AdminOptions();
  @Mixin private DomainTarget target = new DomainTarget();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    DomainId domain = target.domain();
    JsonObjectBuilder json = Json.createObjectBuilder().add("domain", domain.toHex());
    if (action.generate) {
      generate(domain, json);
    }
    if (action.tellNode) {
      try (BbcClient client = node.connect()) {
        client.administration().updateDomainKey(domain);
        // The answer of another command tells that the node has got this far.
        client.domains();
      }
      json.add("told", true);
      say("The node was told to read the key of " + domain + " again.");
    }
    if (output.isJson()) {
      output.json(json.build());
    }
    return ExitCode.OK;
  }

  private void generate(DomainId domain, JsonObjectBuilder json) {
    Path file = directory.resolve(domain.toHex() + ".pem");
    KeyPair keys = KeyPair.generate(Curve.P256);
    KeyFiles.createFolder(directory);
    if (force) {
      KeyFiles.replace(file, keys);
    } else {
      KeyFiles.create(file, keys);
    }
    String publicKey = HexFormat.of().formatHex(keys.publicKey(true));
    json.add("path", file.toString()).add("publicKey", publicKey);
    say("Key         " + file);
    say("public key  " + publicKey);
  }

  private void say(String text) {
    if (!output.isJson()) {
      output.line(text);
    }
  }
}
