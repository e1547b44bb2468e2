/**
 * The {@code bbc1} command: files recorded in and proved by the ledger, identifiers, keys, and a
 * demonstration. Commands parse options and print; what they do with the ledger is in {@link
 * org.bbc1.cli.FileLedger}, on top of the socket client. No protocol detail lives here.
 */
@NullMarked
package org.bbc1.cli;

import org.jspecify.annotations.NullMarked;
