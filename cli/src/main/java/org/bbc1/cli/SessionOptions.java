package org.bbc1.cli;

import org.bbc1.client.BbcClient;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In which domain of which node, and for whom the command acts. */
class SessionOptions {

  /** The domain of the file_proof example. */
  static final DomainId DEFAULT_DOMAIN = DomainId.of(Sha256.of("file_proof_test_domain"));

  @Mixin private NodeOptions node = new NodeOptions();

  @Option(
      names = {"-d", "--domain"},
      paramLabel = "HEX",
      description = "Domain, 64 hex digits (default: SHA-256 of file_proof_test_domain).")
  private @Nullable String domain;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      defaultValue = "user_default",
      description =
          "Name of the user; the SHA-256 of it is the user id (default: ${DEFAULT-VALUE}).")
  private String user = "user_default";

  NodeOptions node() {
    return node;
  }

  DomainId domain() {
    return domain == null
        ? DEFAULT_DOMAIN
        : LedgerOptions.id("--domain", domain, DomainId::fromHex);
  }

  String userName() {
    return user;
  }

  UserId user() {
    return LedgerOptions.userId(user);
  }

  /** A connection that is registered for the user. */
  BbcClient connect() {
    BbcClient client = node.connect();
    client.register(domain(), user());
    return client;
  }
}
