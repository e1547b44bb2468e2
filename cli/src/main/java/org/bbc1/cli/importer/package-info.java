/**
 * What {@code bbc1 ledger import} needs besides the import itself: the configuration of the node
 * that is read, and configuration, lock and database of the node that is filled. Nothing is printed
 * here.
 */
@NullMarked
package org.bbc1.cli.importer;

import org.jspecify.annotations.NullMarked;
