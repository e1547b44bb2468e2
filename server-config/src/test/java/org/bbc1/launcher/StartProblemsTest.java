package org.bbc1.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartProblemsTest {

  @Test
  void takenPortIsFoundBelowWhateverTheServerWrappedItIn() {
    StartFailure failure =
        StartProblems.explain(
            "?",
            new RuntimeException("deploy", new IllegalStateException(new BindException("in use"))));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.PORT_TAKEN);
    assertThat(failure).hasMessage("in use");
  }

  @Test
  void databaseFaultHasItsOwnExitCode() {
    StartFailure failure =
        StartProblems.explain("?", new RuntimeException(new SQLException("connection\n refused")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(failure).hasMessage("the database cannot be used: connection refused");
  }

  @Test
  void otherFailureIsToldByItsDeepestCauseInOneLine() {
    StartFailure failure =
        StartProblems.explain(
            "?", new RuntimeException("outer", new IllegalStateException("a\nb")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.START_FAILED);
    assertThat(failure).hasMessage("a b");
  }

  @Test
  void withoutAnyCauseTheFallbackIsTold() {
    assertThat(StartProblems.explain("nothing known")).hasMessage("nothing known");
  }
}
