package org.bbc1.web.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.web.problem.ProblemException;
import org.bbc1.web.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathIdsTest {

  @Test
  void digitsOfEitherCaseAreRead() {
    assertThat(PathIds.parse("transaction", "00Ff", TransactionId::fromHex).toHex())
        .isEqualTo("00ff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "zz", "..", "00", "0g"})
  void anythingElseIsAMalformedIdWithoutEchoingIt(String text) {
    assertThatThrownBy(() -> PathIds.parse("domain", text, DomainId::fromHex))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.MALFORMED_ID))
        .hasMessageStartingWith("The domain in the path");
  }
}
