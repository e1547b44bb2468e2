package org.bbc1.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.seed.JavaMember;
import org.bbc1.seed.SeedApiPage;
import org.bbc1.seed.SeedApiPage.Row;
import org.junit.jupiter.api.Test;

/**
 * docs/seed-api.md names nothing that does not exist; here every module of the node can be seen.
 */
class SeedApiMembersTest {

  @Test
  void everyNamedMemberExists() {
    assertThat(SeedApiPage.ofProject().rows())
        .flatExtracting(Row::members)
        .map(JavaMember::new)
        .hasSizeGreaterThan(300)
        .allMatch(JavaMember::exists);
  }
}
