package org.bbc1.node.command;

import java.util.List;
import org.bbc1.id.Id;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.config.SearchLimits;
import org.bbc1.node.crossref.CrossReferences;

/** CROSS_REF_LIST: transactions that other domains hold (spec client-protocol 11.6). */
final class CrossRefListHandler implements CommandHandler.Blocking {

  /** Head of a byte string on the wire, in bytes. */
  private static final int ITEM_OVERHEAD = 2;

  /** For the other fields of the reply, in bytes. */
  private static final int REPLY_OVERHEAD = 512;

  private final CrossReferences crossReferences;
  private final int limit;

  CrossRefListHandler(CrossReferences crossReferences, SearchLimits limits, int maxFrameBytes) {
    this.crossReferences = crossReferences;
    this.limit =
        Math.max(
            1,
            Math.min(
                limits.maxCount(),
                (maxFrameBytes - REPLY_OVERHEAD) / (Id.FULL_LENGTH + ITEM_OVERHEAD)));
  }

  @Override
  public Command command() {
    return Command.REQUEST_CROSS_REF_LIST;
  }

  @Override
  public Reply answer(Request request) {
    List<byte[]> ids =
        crossReferences.holdersList(request.domainId(), limit).stream()
            .map(Id::toByteArray)
            .toList();
    return Reply.routed(fields -> fields.put(KeyType.TRANSACTION_ID_LIST, ids));
  }
}
