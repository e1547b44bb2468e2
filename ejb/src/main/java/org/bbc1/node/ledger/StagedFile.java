package org.bbc1.node.ledger;

import java.nio.file.Path;

/**
 * The content of an asset file, on disk but not yet in its place.
 *
 * @param key the asset
 * @param path where the content waits
 * @param size length in bytes
 * @param sha256 digest of the content
 */
public record StagedFile(AssetKey key, Path path, long size, byte[] sha256) {}
