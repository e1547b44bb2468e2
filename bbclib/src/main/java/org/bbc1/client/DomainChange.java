package org.bbc1.client;

/**
 * Outcome of setting up or closing a domain, or of giving it a static node.
 *
 * @param done whether the node did it
 * @param reason why not, as the node puts it ({@code Already exists}, {@code No such domain});
 *     empty if done
 */
public record DomainChange(boolean done, String reason) {}
