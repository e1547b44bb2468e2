package org.bbc1.launcher.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bbc1.wire.CapturedSession;
import org.bbc1.wire.SessionReplay;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sessions of the reference's client and core, played against the node as it is delivered. */
class CapturedSessionsIT {

  @TempDir Path parent;

  static List<CapturedSession> sessions() {
    return CapturedSession.all();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void nodeAnswersAsTheReferenceDid(CapturedSession session) throws Exception {
    Path folder = Files.createDirectory(parent.resolve("node"));
    String nodeKey = session.nodeKeyPem();
    if (nodeKey != null) {
      Files.writeString(folder.resolve("node_key.pem"), nodeKey);
    }
    String option = nodeKey == null ? "--no_nodekey" : "--nodekey";
    try (PackedNode node = PackedNode.start(folder, Map.of(), option);
        SessionReplay replay = new SessionReplay(session, node.clientPort())) {
      replay.play();
    }
  }
}
