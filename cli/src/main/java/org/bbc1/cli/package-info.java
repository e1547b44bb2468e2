/**
 * The {@code bbc1} command: files recorded in, proved by and handed over in the ledger; what a node
 * tells and what its operator orders; identifiers, keys, and a demonstration. Commands parse
 * options and print; what they do with the ledger is in {@link org.bbc1.cli.FileLedger} and {@link
 * org.bbc1.cli.HandOverCheck}, on top of the socket client. No protocol detail lives here.
 */
@NullMarked
package org.bbc1.cli;

import org.jspecify.annotations.NullMarked;
