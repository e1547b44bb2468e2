package org.bbc1.node.command;

import java.nio.file.Path;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A node without node key on which one domain is set up. */
abstract class NodeTestBase {

  @TempDir Path folder;
  TestNode node;

  @BeforeEach
  void startNode() {
    node = TestNode.in(folder).start();
    node.ask(Requests.setUp(Requests.DOMAIN));
  }

  @AfterEach
  void stopNode() {
    node.close();
  }
}
