package org.bbc1.node.network;

import java.time.Instant;
import org.bbc1.id.NodeId;
import org.bbc1.node.config.NodeAddress;

/**
 * A node of a domain as the list of neighbours shows it.
 *
 * @param nodeId its id in the domain
 * @param address where it is reached
 * @param domain0 whether it takes part in domain_global_0
 * @param updatedAt when it was last heard of or entered
 */
public record Neighbor(NodeId nodeId, NodeAddress address, boolean domain0, Instant updatedAt) {}
