package org.bbc1.client;

import org.bbc1.id.Id;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.jspecify.annotations.Nullable;

/** Writes the conditions of a search into its request; what is null is left out. */
final class Conditions {

  private Conditions() {}

  static Message.Builder add(Message.Builder request, SearchCondition condition) {
    put(request, KeyType.ASSET_GROUP_ID, condition.assetGroupId());
    put(request, KeyType.ASSET_ID, condition.assetId());
    put(request, KeyType.USER_ID, condition.userId());
    put(request, KeyType.START_FROM, condition.startFrom());
    put(request, KeyType.UNTIL, condition.until());
    return request;
  }

  private static void put(Message.Builder request, KeyType key, @Nullable Id id) {
    if (id != null) {
      request.put(key, id);
    }
  }

  private static void put(Message.Builder request, KeyType key, @Nullable Long number) {
    if (number != null) {
      request.put(key, number.longValue());
    }
  }
}
