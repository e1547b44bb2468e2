package org.bbc1.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node is asked, by commands of its operator: {@code -k} is the key of the node. */
final class AdminOptions extends ConnectionOptions {

  @Option(
      names = {"-k", "--node-key", "--node_key"},
      paramLabel = "FILE",
      description = {
        "Key of the node (PEM), which signs administrative commands",
        "(default: .bbc1/node_key.pem if it is there)."
      })
  private @Nullable Path nodeKey;

  @Override
  @Nullable Path nodeKey() {
    return nodeKey;
  }
}
