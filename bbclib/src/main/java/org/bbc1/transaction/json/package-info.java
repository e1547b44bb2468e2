/**
 * Transactions in JSON, for people and for REST, and back. The schema is in {@code
 * docs/transaction-json.md}. Nothing here is hashed or signed: reading JSON makes the bytes of the
 * transaction and lets the strict reader of {@link org.bbc1.transaction} judge them. The only
 * package of the library that needs JSON-P (Jakarta JSON Processing) at run time.
 */
@NullMarked
package org.bbc1.transaction.json;

import org.jspecify.annotations.NullMarked;
