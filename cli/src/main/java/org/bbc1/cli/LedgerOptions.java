package org.bbc1.cli;

import java.util.function.Function;
import org.bbc1.client.BbcClient;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where in the ledger the files are, and for whom the command acts. */
final class LedgerOptions extends SessionOptions {

  /** The asset group of the file_proof example. */
  static final AssetGroupId DEFAULT_GROUP = AssetGroupId.of(Sha256.of("file_proof_asset_group"));

  @Option(
      names = "--asset-group",
      paramLabel = "HEX",
      description = "Asset group, 64 hex digits (default: SHA-256 of file_proof_asset_group).")
  private @Nullable String assetGroup;

  AssetGroupId group() {
    return assetGroup == null
        ? DEFAULT_GROUP
        : id("--asset-group", assetGroup, AssetGroupId::fromHex);
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
