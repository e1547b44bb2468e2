package org.bbc1.node.ledgersubsystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.ledgersubsystem.SignedTreeHead;
import org.bbc1.ledgersubsystem.TreeHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeHeadFileTest {

  private static final DomainId DOMAIN = DomainId.fromHex("d0".repeat(32));

  @TempDir Path folder;
  private Path path;
  private TreeHeadFile file;
  private SignedTreeHead first;
  private SignedTreeHead second;

  @BeforeEach
  void makeHeads() {
    path = folder.resolve("heads.txt");
    file = new TreeHeadFile(path);
    KeyPair key = KeyPair.generate(Curve.P256);
    TreeHead head = new TreeHead(DOMAIN, 1, 4, new byte[32], 1, new byte[0]);
    first = SignedTreeHead.sign(head, key);
    second = SignedTreeHead.sign(new TreeHead(DOMAIN, 2, 4, new byte[32], 2, head.digest()), key);
  }

  @Test
  void headsStandOneAfterTheOther() throws IOException {
    file.append(first);
    file.append(second);

    assertThat(Files.readString(path)).isEqualTo(first.note() + "\n" + second.note() + "\n");
  }

  @Test
  void headThatIsThereAlreadyIsNotWrittenAgain() throws IOException {
    file.append(first);
    file.append(second);
    file.append(second);

    assertThat(Files.readString(path)).isEqualTo(first.note() + "\n" + second.note() + "\n");
  }

  @Test
  void headCutOffByACrashIsWrittenAgainBehindTheRest() throws IOException {
    file.append(first);
    String cut = second.note().substring(0, 100);
    Files.writeString(path, cut, StandardOpenOption.APPEND);

    file.append(second);

    assertThat(Files.readString(path))
        .isEqualTo(first.note() + "\n" + cut + "\n\n" + second.note() + "\n");
  }
}
