/**
 * Editing {@code config.json} without a node: what the edits are, and the lock of the working
 * folder. No options and no output here; the command is in {@link org.bbc1.cli}.
 */
@NullMarked
package org.bbc1.cli.config;

import org.jspecify.annotations.NullMarked;
