package org.bbc1.node.command;

import java.util.function.Function;
import org.bbc1.id.Id;
import org.jspecify.annotations.Nullable;

/**
 * Ids that name contents of the ledger: 1 to 32 bytes; another length is no error, it matches
 * nothing.
 */
final class LedgerIds {

  private LedgerIds() {}

  /** The id, or null if the bytes cannot be one. */
  static <I extends Id> @Nullable I orNull(byte[] bytes, Function<byte[], I> type) {
    return bytes.length >= 1 && bytes.length <= Id.FULL_LENGTH ? type.apply(bytes) : null;
  }
}
