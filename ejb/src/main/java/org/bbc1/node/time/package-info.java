/**
 * Doing things later. Everything that waits in the node asks a {@link org.bbc1.node.time.Scheduler}
 * it was given, so that tests let time pass at will; nothing here knows what is waited for.
 */
@NullMarked
package org.bbc1.node.time;

import org.jspecify.annotations.NullMarked;
