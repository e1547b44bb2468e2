/**
 * Counters and gauges under the names of the reference (spec client-protocol 15), which monitoring
 * scripts read.
 */
@NullMarked
package org.bbc1.node.stats;

import org.jspecify.annotations.NullMarked;
