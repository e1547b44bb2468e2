package org.bbc1.node.ledger;

/**
 * An asset file as it stands in its place.
 *
 * @param key the asset
 * @param size length in bytes; of one that is not intact, what the asset says
 * @param sha256 digest of the content that belongs there, 32 bytes; of one that is not intact what
 *     the asset says, which old libraries cut
 * @param state what was found
 */
public record AdoptedFile(AssetKey key, long size, byte[] sha256, AssetFileState state) {

  /** Whether a row can hold it, which needs a whole digest. */
  boolean hasWholeDigest() {
    return sha256.length == Sha256.BYTES;
  }

  static AdoptedFile of(StagedFile file) {
    return new AdoptedFile(file.key(), file.size(), file.sha256(), AssetFileState.OK);
  }
}
