/**
 * The import of ledgers of the reference implementation (storage part A) into the ledger of this
 * node, while no node runs (storage part C). The source is a SQLite file that is opened for reading
 * only, with its folder of asset files. A run goes through its stages piece by piece; each piece is
 * one database transaction that also notes how far the run has come. Nothing here knows of
 * commands, configuration files or the container.
 */
@NullMarked
package org.bbc1.node.ledger.importer;

import org.jspecify.annotations.NullMarked;
