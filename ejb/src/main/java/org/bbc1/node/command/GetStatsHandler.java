package org.bbc1.node.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Value;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;

/** GET_STATS: category, name, integer (spec client-protocol 10.8). */
final class GetStatsHandler implements CommandHandler.Immediate {

  private final Statistics statistics;
  private final ReplyPort port;

  GetStatsHandler(Statistics statistics, ReplyPort port) {
    this.statistics = statistics;
    this.port = port;
  }

  @Override
  public Command command() {
    return Command.REQUEST_GET_STATS;
  }

  @Override
  public Reply answer(Request request) {
    statistics.set(Counter.CLIENT_TOTAL_NUM, port.connectionCount());
    Value stats = map(statistics.snapshot(), items -> map(items, Value.Int::new));
    return Reply.direct(fields -> fields.put(KeyType.STATS, stats));
  }

  private static <T> Value map(Map<String, T> entries, Function<T, Value> value) {
    Map<Value, Value> result = new LinkedHashMap<>();
    entries.forEach((name, entry) -> result.put(Value.Bytes.ofText(name), value.apply(entry)));
    return new Value.MapValue(result);
  }
}
