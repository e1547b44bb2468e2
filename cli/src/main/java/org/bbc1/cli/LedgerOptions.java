package org.bbc1.cli;

import java.util.function.Function;
import org.bbc1.client.BbcClient;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where in the ledger the files are, and for whom the command acts. */
final class LedgerOptions {

  /** The domain of the file_proof example. */
  static final DomainId DEFAULT_DOMAIN = DomainId.of(Sha256.of("file_proof_test_domain"));

  /** The asset group of the file_proof example. */
  static final AssetGroupId DEFAULT_GROUP = AssetGroupId.of(Sha256.of("file_proof_asset_group"));

  @Mixin private NodeOptions node = new NodeOptions();

  @Option(
      names = {"-d", "--domain"},
      paramLabel = "HEX",
      description = "Domain, 64 hex digits (default: SHA-256 of file_proof_test_domain).")
  private @Nullable String domain;

  @Option(
      names = "--asset-group",
      paramLabel = "HEX",
      description = "Asset group, 64 hex digits (default: SHA-256 of file_proof_asset_group).")
  private @Nullable String assetGroup;

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
    return domain == null ? DEFAULT_DOMAIN : id("--domain", domain, DomainId::fromHex);
  }

  AssetGroupId group() {
    return assetGroup == null
        ? DEFAULT_GROUP
        : id("--asset-group", assetGroup, AssetGroupId::fromHex);
  }

  String userName() {
    return user;
  }

  UserId user() {
    return userId(user);
  }

  static UserId userId(String name) {
    return UserId.of(Sha256.of(name));
  }

  /** The ledger on a connection that is registered for the user. */
  FileLedger open(BbcClient client) {
    client.register(domain(), user());
    return new FileLedger(client, group());
  }

  static <I> I id(String option, String hex, Function<String, I> type) {
    try {
      return type.apply(hex);
    } catch (IllegalArgumentException e) {
      throw new UserErrorException(option + " takes hex digits: " + e.getMessage(), e);
    }
  }
}
