package org.bbc1.node.config;

/**
 * Bounds of what clients can have the node remember or do about other nodes.
 *
 * @param staticNodes most static nodes of one domain ({@code bbc1.network.max-static-nodes},
 *     default 1000)
 * @param pings domain pings under way at the same time ({@code bbc1.network.max-pings}, default
 *     100)
 * @param repairsPerMinute requests for repair that are looked at in a minute ({@code
 *     bbc1.repair.max-per-minute}, default 60)
 * @param adminDocuments signed admin documents remembered against replay, 32 bytes each on disk
 *     ({@code bbc1.admin.replay-memory}, default 65536)
 */
public record NetworkLimits(int staticNodes, int pings, int repairsPerMinute, int adminDocuments) {

  static NetworkLimits read(Settings settings) {
    return new NetworkLimits(
        settings.integer("bbc1.network.max-static-nodes", 0, 1_000_000).orElse(1000),
        settings.integer("bbc1.network.max-pings", 0, 1_000_000).orElse(100),
        settings.integer("bbc1.repair.max-per-minute", 1, 1_000_000).orElse(60),
        settings.integer("bbc1.admin.replay-memory", 1024, 4_194_304).orElse(65_536));
  }
}
