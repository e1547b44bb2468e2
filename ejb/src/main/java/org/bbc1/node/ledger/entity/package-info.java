/**
 * The tables of the ledger as JPA entities (storage B1), for reports, tools and the tables of low
 * traffic. Nothing here has behaviour, and rows of transactions are never written through it: the
 * group-commit writer does that.
 */
@NullMarked
package org.bbc1.node.ledger.entity;

import org.jspecify.annotations.NullMarked;
