package org.bbc1.node.command;

import org.bbc1.id.AssetGroupId;
import org.bbc1.id.Id;
import org.bbc1.id.UserId;

/** Ids of the session itself, which must not be shortened (spec client-protocol 4). */
final class FullIds {

  private FullIds() {}

  /**
   * @throws IllegalArgumentException if these are not 32 bytes
   */
  static UserId user(byte[] bytes) {
    return UserId.of(full(bytes));
  }

  /**
   * @throws IllegalArgumentException if these are not 32 bytes
   */
  static AssetGroupId assetGroup(byte[] bytes) {
    return AssetGroupId.of(full(bytes));
  }

  private static byte[] full(byte[] bytes) {
    if (bytes.length != Id.FULL_LENGTH) {
      throw new IllegalArgumentException("id of " + bytes.length + " bytes");
    }
    return bytes;
  }
}
