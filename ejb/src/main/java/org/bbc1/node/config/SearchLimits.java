package org.bbc1.node.config;

/**
 * Bounds of searches, the section {@code search_config}.
 *
 * @param maxCount most transactions in the answer of a search by conditions
 * @param maxTraverse most transactions visited by a traversal; the hop limit is twice this
 */
public record SearchLimits(int maxCount, int maxTraverse) {}
