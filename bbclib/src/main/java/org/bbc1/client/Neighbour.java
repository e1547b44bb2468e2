package org.bbc1.client;

import java.time.Instant;
import org.bbc1.id.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A node as another one knows it. Source: client-protocol section 10.10.
 *
 * @param ipv4 its IPv4 address, or null
 * @param ipv6 its IPv6 address, or null
 * @param port where it listens for other nodes
 * @param inDomain0 whether it takes part in domain_global_0
 * @param lastUpdate when its entry was last renewed; whole seconds
 */
public record Neighbour(
    NodeId nodeId,
    @Nullable String ipv4,
    @Nullable String ipv6,
    int port,
    boolean inDomain0,
    Instant lastUpdate) {}
