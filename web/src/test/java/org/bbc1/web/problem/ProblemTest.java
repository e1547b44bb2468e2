package org.bbc1.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void namedProblemHasTypeTitleStatusAndDetail() {
    assertThat(Problem.of(ProblemType.UNKNOWN_DOMAIN, "say \"hi\"").toJson())
        .isEqualTo(
            "{\"type\":\"urn:bbc1:problem:unknown-domain\",\"title\":\"Unknown domain\","
                + "\"status\":404,\"detail\":\"say \\\"hi\\\"\"}");
  }

  @Test
  void problemOfAStatusIsAboutBlankWithItsReasonPhrase() {
    assertThat(Problem.ofStatus(405).toJson())
        .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Method Not Allowed\",\"status\":405}");
    assertThat(Problem.ofStatus(599).title()).isEqualTo("Error 599");
  }
}
