/**
 * The ledger of a node: the one way into it (the group-commit writer), the reads out of it with the
 * checks that find tampered data, the database schema and the store of asset files. Plain classes
 * on a {@link javax.sql.DataSource}: nothing here knows of commands, messages, sockets or the
 * container. Source: storage part B, architecture decision 4.
 */
@NullMarked
package org.bbc1.node.ledger;

import org.jspecify.annotations.NullMarked;
