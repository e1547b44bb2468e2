package org.bbc1.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
  private final BearerToken token = new BearerToken("test-token-0123456789");

  @Test
  void rightTokenIsAcceptedWhateverTheCaseOfTheScheme() {
    assertThat(token.isIn("Bearer test-token-0123456789")).isTrue();
    assertThat(token.isIn("bearer  test-token-0123456789 ")).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "test-token-0123456789",
        "Basic test-token-0123456789",
        "Bearer test-token-012345678",
        "Bearer test-token-01234567890",
        "Bearer TEST-TOKEN-0123456789",
        "Bearer test-token-0123456789 x"
      })
  void anythingElseIsRefused(String header) {
    assertThat(token.isIn(header)).isFalse();
  }
}
