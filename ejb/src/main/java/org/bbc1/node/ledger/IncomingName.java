package org.bbc1.node.ledger;

import java.util.UUID;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.jspecify.annotations.Nullable;

/**
 * Names of staged files: {@code <domain>.<asset group>.<asset>.<uuid>}, at most 231 characters. The
 * name says where the content belongs, so that after a crash it can be matched with the ledger
 * without searching.
 */
final class IncomingName {

  private static final int PARTS = 4;

  private IncomingName() {}

  static String of(AssetKey key) {
    return String.join(
        ".",
        key.domain().toHex(),
        key.assetGroup().toHex(),
        key.asset().toHex(),
        UUID.randomUUID().toString());
  }

  /** Name of a file that belongs to no asset. */
  static String probe() {
    return "probe." + UUID.randomUUID();
  }

  /** The asset a staged file is for; null if the name is none of ours. */
  static @Nullable AssetKey parse(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length != PARTS) {
      return null;
    }
    try {
      return new AssetKey(
          DomainId.fromHex(parts[0]), AssetGroupId.fromHex(parts[1]), AssetId.fromHex(parts[2]));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
