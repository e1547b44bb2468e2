package org.bbc1.node.command;

import java.util.function.Function;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.Id;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.MessageFieldException;
import org.bbc1.message.Value;
import org.bbc1.node.ledger.SearchCondition;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a search or count as a client sends them, nil being absent.
 *
 * @param condition what is asked for
 * @param satisfiable false if an id has a length that no id has, so that nothing can match
 */
record Conditions(SearchCondition condition, boolean satisfiable) {

  /**
   * @throws MessageFieldException if a field has the wrong type
   */
  static Conditions of(Message message) {
    Reader reader = new Reader(message);
    SearchCondition condition =
        new SearchCondition(
            reader.id(KeyType.ASSET_GROUP_ID, AssetGroupId::of),
            reader.id(KeyType.ASSET_ID, AssetId::of),
            reader.id(KeyType.USER_ID, UserId::of),
            timestamp(message, KeyType.START_FROM),
            timestamp(message, KeyType.UNTIL));
    return new Conditions(condition, reader.satisfiable);
  }

  /** A bound above 2^63-1 is beyond every timestamp. */
  static @Nullable Long timestamp(Message message, KeyType key) {
    if (message.get(key) instanceof Value.Int number && number.beyondLong()) {
      return Long.MAX_VALUE;
    }
    return message.optInteger(key).isPresent() ? message.integer(key) : null;
  }

  private static final class Reader {

    private final Message message;
    private boolean satisfiable = true;

    Reader(Message message) {
      this.message = message;
    }

    <I extends Id> @Nullable I id(KeyType key, Function<byte[], I> type) {
      byte[] bytes = message.optBytes(key);
      if (bytes == null) {
        return null;
      }
      I id = LedgerIds.orNull(bytes, type);
      satisfiable &= id != null;
      return id;
    }
  }
}
