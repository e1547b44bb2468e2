package org.bbc1.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bbc1.documentation.JavaPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/client.md runs against a node and prints what the page says. */
@Timeout(120)
class ClientPageTest {

  @TempDir Path folder;
  @TempDir Path classes;

  @Test
  void theClientPageRunsAndPrintsWhatItSays() throws Exception {
    JavaPage page = JavaPage.ofProject("ClientPage", "docs/client.md");

    try (SocketNode node = SocketNode.in(folder)) {
      List<String> printed = page.with("9000", "" + node.tcpPort()).run(classes);

      assertThat(printed).hasSizeGreaterThan(15).isEqualTo(page.announced());
    }
  }
}
