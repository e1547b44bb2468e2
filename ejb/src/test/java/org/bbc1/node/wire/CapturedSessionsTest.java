package org.bbc1.node.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bbc1.node.SocketNode;
import org.bbc1.node.TestNode;
import org.bbc1.node.command.NodeKey;
import org.bbc1.wire.CapturedSession;
import org.bbc1.wire.SessionReplay;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every session of the reference's client and core, played against a node. */
class CapturedSessionsTest {

  @TempDir Path folder;

  static List<CapturedSession> sessions() {
    return CapturedSession.all();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void nodeAnswersAsTheReferenceDid(CapturedSession session) throws IOException {
    try (SocketNode node = new SocketNode(setup(session), Map.of());
        SessionReplay replay = new SessionReplay(session, node.tcpPort())) {
      replay.play();
    }
  }

  private TestNode.Setup setup(CapturedSession session) throws IOException {
    TestNode.Setup setup = TestNode.in(folder);
    String nodeKey = session.nodeKeyPem();
    if (nodeKey == null) {
      return setup;
    }
    Files.writeString(folder.resolve(NodeKey.FILE_NAME), nodeKey);
    return setup.withNodeKey();
  }
}
