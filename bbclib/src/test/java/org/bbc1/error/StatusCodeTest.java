package org.bbc1.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusCodeTest {

  @ParameterizedTest
  @CsvSource({
    "ESUCCESS, 0",
    "EINVALID_COMMAND, -1",
    "ENODESTINATION, -2",
    "EUNAUTHORIZED_COMMAND, -3",
    "ENOSUBSYSTEM, -4",
    "ENOASSET, -11",
    "EBADASSETDIGEST, -12",
    "EASSET_INSERT, -13",
    "ENOTRANSACTION, -14",
    "EBADTRANSACTION, -15",
    "EBADTXDIGEST, -16",
    "EBADTXSIGNATURE, -17",
    "ELEDGER_INSERT, -18",
    "ESTORAGE_PUT, -19",
    "ENOTINSTORAGE, -20",
    "EBADKEYPAIR, -30",
    "EBADSIGNNUMBER, -31",
    "EOTHER, -255"
  })
  void namesHaveTheNumbersOfTheSpecification(StatusCode status, int code) {
    assertThat(status.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(StatusCode.class)
  void everyCodeLeadsBackToItsName(StatusCode status) {
    assertThat(StatusCode.ofCode(status.code())).isSameAs(status);
  }

  @Test
  void anUnknownCodeHasNoName() {
    assertThat(StatusCode.ofCode(1)).isNull();
    assertThat(StatusCode.ofCode(-5)).isNull();
  }
}
