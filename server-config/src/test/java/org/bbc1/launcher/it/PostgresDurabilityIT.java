package org.bbc1.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class PostgresDurabilityIT extends DurabilityContract {
  @TempDir Path server;

  private TestDatabase database;

  @BeforeEach
  void startDatabase() throws Exception {
    database = new TestDatabase(server);
    assertThat(database.setting("fsync")).isEqualTo("on");
    assertThat(database.setting("synchronous_commit")).isEqualTo("on");
  }

  @AfterEach
  void stopDatabase() throws Exception {
    database.close();
  }

  @Override
  Map<String, String> database() {
    return database.environment();
  }
}
