package org.bbc1.node.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private final Statistics statistics = new Statistics();

  @Test
  void entriesAppearWhenFirstTouched() {
    assertThat(statistics.snapshot()).isEmpty();

    statistics.increment(Counter.TRANSACTION_INSERT_COUNT);
    statistics.add(Counter.TRANSACTION_INSERT_COUNT, 4);
    statistics.subtract(Counter.TRANSACTION_INSERT_COUNT, 2);
    statistics.set(Counter.NETWORK_NUM_DOMAINS, 7);

    assertThat(statistics.snapshot())
        .isEqualTo(
            Map.of(
                "transaction", Map.of("insert_count", 3L), "network", Map.of("num_domains", 7L)));
  }

  @Test
  void itemsAndCategoriesCanBeRemoved() {
    statistics.increment(Counter.TRANSACTION_INSERT_COUNT);
    statistics.increment(Counter.TRANSACTION_SEARCH_COUNT);
    statistics.increment(Counter.ASSET_FILE_INVALID);

    statistics.remove(Counter.TRANSACTION_INSERT_COUNT);
    statistics.removeCategory("asset_file");

    assertThat(statistics.snapshot()).isEqualTo(Map.of("transaction", Map.of("search_count", 1L)));
    statistics.clear();
    assertThat(statistics.snapshot()).isEmpty();
    assertThat(statistics.get(Counter.TRANSACTION_SEARCH_COUNT)).isZero();
  }
}
