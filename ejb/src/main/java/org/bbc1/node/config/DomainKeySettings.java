package org.bbc1.node.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The section {@code domain_key}.
 *
 * @param use whether the nodes of a domain sign what they tell each other
 * @param directory folder of the key files; a relative one does not follow the working folder, as
 *     in the reference
 * @param obsoleteTimeout how long a key stays valid after a newer one was read
 */
public record DomainKeySettings(boolean use, Path directory, Duration obsoleteTimeout) {}
