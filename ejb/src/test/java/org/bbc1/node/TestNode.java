package org.bbc1.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bbc1.connector.ConnectionId;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.message.Dialect;
import org.bbc1.message.Message;
import org.bbc1.node.command.NodeKey;
import org.bbc1.node.command.ReplyPort;
import org.bbc1.node.config.NodeConfiguration;
import org.bbc1.node.config.ProcessConfiguration;
import org.bbc1.node.time.VirtualScheduler;
import org.bbc1.node.transaction.InsertListener;
import org.bbc1.transaction.TransactionValidator;

/**
 * A whole node on a real H2 ledger in a folder; what it sends is recorded, or goes through a given
 * port.
 */
public final class TestNode implements AutoCloseable {

  /** The connection that {@link #ask(Message)} speaks on. */
  public static final ConnectionId CONNECTION = new ConnectionId(1);

  private static final int SECONDS = 30;

  private final Node node;
  private final TestLedger ledger;
  private final NodeExecutors executors;
  private final RecordingPort port;
  private final VirtualScheduler time;

  private TestNode(
      Node node,
      TestLedger ledger,
      NodeExecutors executors,
      RecordingPort port,
      VirtualScheduler time) {
    this.node = node;
    this.ledger = ledger;
    this.executors = executors;
    this.port = port;
    this.time = time;
  }

  /** What to start a node with. */
  public static final class Setup {

    private final Map<String, String> settings = new HashMap<>();
    private final Path folder;
    private final List<InsertListener> listeners = new ArrayList<>();

    private Setup(Path folder) {
      this.folder = folder;
      settings.put("bbc1.workingdir", folder.toString());
      settings.put("bbc1.use-node-key", "false");
    }

    public Setup set(String key, String value) {
      settings.put(key, value);
      return this;
    }

    public Setup withNodeKey() {
      return set("bbc1.use-node-key", "true");
    }

    public Setup listener(InsertListener listener) {
      listeners.add(listener);
      return this;
    }

    public TestNode start() {
      RecordingPort port = new RecordingPort();
      return start(port, port);
    }

    /** A node that answers through this port. */
    public TestNode startOn(ReplyPort port) {
      return start(port, new RecordingPort());
    }

    private TestNode start(ReplyPort port, RecordingPort recording) {
      ProcessConfiguration process =
          ProcessConfiguration.read(key -> Optional.ofNullable(settings.get(key)));
      NodeConfiguration configuration = NodeConfiguration.load(process);
      NodeKey nodeKey = configuration.useNodeKey() ? NodeKey.loadOrCreate(folder) : null;
      TransactionValidator validator = new TransactionValidator(SignatureEngines.bouncyCastle());
      NodeExecutors executors =
          new NodeExecutors(Executors.defaultThreadFactory(), process.limits());
      TestLedger ledger = TestLedger.open(folder, configuration, validator, executors.answers());
      VirtualScheduler time = new VirtualScheduler();
      Node node =
          new Node(
              new Node.Parts(
                  process,
                  configuration,
                  nodeKey,
                  ledger.ledger(),
                  ledger.domains(),
                  ledger.merkle(),
                  validator,
                  port,
                  executors,
                  time,
                  time.clock(),
                  new SecureRandom(),
                  listeners,
                  ledger.crossRefs(),
                  ledger.repairLog()));
      node.start();
      return new TestNode(node, ledger, executors, recording, time);
    }
  }

  public static Setup in(Path folder) {
    return new Setup(folder);
  }

  public Node node() {
    return node;
  }

  public NodeServices services() {
    return node.services();
  }

  public TestLedger ledger() {
    return ledger;
  }

  /** Lets the node's time pass. */
  public VirtualScheduler time() {
    return time;
  }

  public RecordingPort port() {
    return port;
  }

  /** Sends a request and gives the one reply it must get. */
  public Message ask(Message request) {
    return ask(CONNECTION, request);
  }

  public Message ask(ConnectionId connection, Message request) {
    List<Message> replies = tell(connection, request);
    assertThat(replies).as("replies to %s", request).hasSize(1);
    return replies.get(0);
  }

  /** Sends a message that gets no reply. */
  public void tellSilently(Message message) {
    assertThat(tell(CONNECTION, message)).isEmpty();
    assertThat(port.isSilent()).isTrue();
  }

  /** Sends a message and gives what came back on the same connection. */
  public List<Message> tell(ConnectionId connection, Message message) {
    try {
      node.onMessage(connection, message, Dialect.BIN)
          .toCompletableFuture()
          .get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer to " + message, e);
    }
    return port.take(connection);
  }

  @Override
  public void close() {
    node.stop();
    ledger.close();
    executors.close();
  }
}
