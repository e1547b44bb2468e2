package org.bbc1.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampUnitsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1600000000, 1600000000000",
    "99999999999, 99999999999000",
    "100000000000, 100000000000",
    "99999999999999, 99999999999999",
    "100000000000000, 100000000000",
    "1600000000000000, 1600000000000",
    "9223372036854775807, 9223372036854775"
  })
  void secondsMillisecondsAndMicrosecondsAreToldApartBySize(long timestamp, long millis) {
    assertThat(TimestampUnits.millisOfTransaction(timestamp)).isEqualTo(millis);
    assertThat(TimestampUnits.millisOfBound(timestamp)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({"-1, 18446744073709551", "-9223372036854775808, 9223372036854775"})
  void timestampOfATransactionIsUnsigned(long timestamp, long millis) {
    assertThat(TimestampUnits.millisOfTransaction(timestamp)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({"-1", "-9223372036854775808"})
  void boundBeforeTheEpochStaysBeforeEverything(long bound) {
    assertThat(TimestampUnits.millisOfBound(bound)).isEqualTo(bound);
  }
}
