package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.bbc1.crypto.KeyPair;
import org.bbc1.message.Command;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.bbc1.node.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which signed documents were used already, over restarts and crashes. */
class ReplayMemoryTest {

  private static final int CAPACITY = 4;

  @TempDir Path folder;

  private ReplayMemory open() {
    return ReplayMemory.in(folder, CAPACITY);
  }

  private Path file() {
    return folder.resolve(ReplayMemory.FILE_NAME);
  }

  private static byte[] document(int number) {
    return new byte[] {(byte) number};
  }

  private static void use(ReplayMemory memory, int... numbers) {
    for (int number : numbers) {
      assertThat(memory.firstUse(document(number))).as("first use of %d", number).isTrue();
    }
  }

  private static void assertUsed(ReplayMemory memory, int... numbers) {
    for (int number : numbers) {
      assertThat(memory.firstUse(document(number))).as("second use of %d", number).isFalse();
    }
  }

  @Test
  void usedDocumentsStayUsedAfterARestart() {
    use(open(), 1, 2);

    ReplayMemory restarted = open();
    assertUsed(restarted, 1, 2);
    use(restarted, 3);

    assertUsed(open(), 1, 2, 3);
  }

  @Test
  void anIncompleteDigestThatACrashLeftIsDropped() throws IOException {
    use(open(), 1, 2);
    Files.write(file(), new byte[17], StandardOpenOption.APPEND);

    ReplayMemory restarted = open();
    use(restarted, 3);

    assertUsed(open(), 1, 2, 3);
    assertThat(Files.size(file())).isEqualTo(3 * 32);
  }

  @Test
  void theYoungestAreKeptAndTheFileDoesNotGrowBeyondTwiceTheirNumber() throws IOException {
    ReplayMemory memory = open();
    for (int number = 0; number < 50; number++) {
      use(memory, number);
      assertThat(Files.size(file())).isLessThanOrEqualTo(2L * CAPACITY * 32);
    }

    assertUsed(memory, 46, 47, 48, 49);
    ReplayMemory restarted = open();
    assertUsed(restarted, 46, 47, 48, 49);
    use(restarted, 45);
  }

  @Test
  void aSmallerMemoryTakesTheYoungestOfALargerOne() {
    use(ReplayMemory.in(folder, 100), 1, 2, 3, 4, 5, 6);

    ReplayMemory smaller = open();

    assertUsed(smaller, 3, 4, 5, 6);
    use(smaller, 1);
  }

  @Test
  void theFileBelongsToItsOwnerAlone() throws IOException {
    use(open(), 1);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatCannotBeReadStopsTheStart() throws IOException {
    Files.createDirectory(file());

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file().toString());
  }

  @Test
  void whatCannotBeStoredIsNotActedUponAndStaysUsed() throws IOException {
    ReplayMemory memory = open();
    use(memory, 1);
    Files.delete(file());
    Files.createDirectory(file());
    Files.createFile(file().resolve("in the way"));

    assertThatThrownBy(() -> memory.firstUse(document(2))).isInstanceOf(UncheckedIOException.class);

    Files.delete(file().resolve("in the way"));
    Files.delete(file());
    assertUsed(memory, 1, 2);
    use(memory, 3);
    assertUsed(open(), 1, 2, 3);
  }

  @Test
  void aCommandRecordedBeforeARestartIsRefusedAfterIt() throws IOException {
    TestNode node = TestNode.in(folder).withNodeKey().start();
    Message command;
    try (KeyPair key = KeyPair.fromPem(Files.readString(folder.resolve(NodeKey.FILE_NAME)))) {
      command = Requests.signed(Requests.of(Command.REQUEST_GET_STATS), key);
    }
    Replies.assertSuccess(node.ask(command));
    node.close();

    node = TestNode.in(folder).withNodeKey().start();

    Replies.assertFailure(node.ask(command), -3, "Illegal access to core node");
    node.close();
  }

  @Test
  void aDiskThatIsInTheWayIsAnInternalErrorAndNothingHappens() throws IOException {
    TestNode node = TestNode.in(folder).withNodeKey().start();
    Files.createDirectories(file().resolve("in the way"));
    try (KeyPair key = KeyPair.fromPem(Files.readString(folder.resolve(NodeKey.FILE_NAME)))) {
      Replies.assertFailure(
          node.ask(Requests.signedSetUp(Requests.DOMAIN, key)), -255, "Internal error");
    }
    assertThat(node.services().domains().find(Requests.DOMAIN)).isEmpty();
    node.close();
  }

  @Test
  void withoutNodeKeyNothingIsWritten() {
    TestNode node = TestNode.in(folder).start();
    Replies.assertSuccess(node.ask(Requests.setUp(Requests.DOMAIN)));
    node.close();

    assertThat(Arrays.asList(folder.toFile().list())).doesNotContain(ReplayMemory.FILE_NAME);
  }
}
