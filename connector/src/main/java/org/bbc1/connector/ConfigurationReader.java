package org.bbc1.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads every setting before it complains, so that one attempt shows all faults. */
final class ConfigurationReader {

  private static final String ADDRESS = "bbc1.client.address";
  private static final String PORT = "bbc1.client.port";
  private static final String MAX_FRAME = "bbc1.client.max-frame-bytes";
  private static final String MAX_CONNECTIONS = "bbc1.client.max-connections";
  private static final String HALF_FRAME_TIMEOUT = "bbc1.client.half-frame-timeout-ms";
  private static final String IDLE_TIMEOUT = "bbc1.client.idle-timeout-ms";
  private static final String MAX_QUEUED = "bbc1.client.max-queued-bytes";
  private static final String PER_ADDRESS = "bbc1.client.max-connections-per-address";
  private static final String MAX_TOTAL = "bbc1.client.max-total-bytes";
  private static final String MAX_VALUES = "bbc1.client.max-values";
  private static final String WORKERS = "bbc1.connector.workers";

  private static final int MEBI = 1 << 20;
  private static final long DAY_IN_MS = Duration.ofDays(1).toMillis();

  /** The largest body for which body and header still fit one array. */
  private static final int LARGEST_FRAME = Integer.MAX_VALUE - 64;

  private final Function<String, Optional<String>> source;
  private final List<String> faults = new ArrayList<>();

  ConfigurationReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  ConnectorConfiguration read() {
    InetAddress address = address();
    int port = integer(PORT, ConnectorConfiguration.DEFAULT_CLIENT_PORT, 0, 65_535);
    int maxFrame = integer(MAX_FRAME, 16 * MEBI, 1, LARGEST_FRAME);
    int maxConnections = integer(MAX_CONNECTIONS, 1000, 1, 1_000_000);
    Duration halfFrame = Duration.ofMillis(number(HALF_FRAME_TIMEOUT, 60_000, 1, DAY_IN_MS));
    Duration idle = Duration.ofMillis(number(IDLE_TIMEOUT, 0, 0, DAY_IN_MS));
    long maxQueued = number(MAX_QUEUED, 64L * MEBI, 1, Long.MAX_VALUE);
    int workers =
        integer(WORKERS, Math.max(8, 4 * Runtime.getRuntime().availableProcessors()), 1, 4096);
    int perAddress = integer(PER_ADDRESS, 0, 0, 1_000_000);
    long maxTotal = number(MAX_TOTAL, defaultTotal(maxFrame), 1, Long.MAX_VALUE);
    int maxValues = integer(MAX_VALUES, 1 << 17, 1, 1 << 24);
    if (maxTotal < 2L * maxFrame) {
      faults.add(
          ConnectorText.CONFIGURATION_MEMORY_BELOW_FRAME.with(
              MAX_TOTAL, maxTotal, MAX_FRAME, maxFrame));
    }
    if (maxQueued < maxFrame) {
      faults.add(
          ConnectorText.CONFIGURATION_QUEUE_BELOW_FRAME.with(
              MAX_QUEUED, maxQueued, MAX_FRAME, maxFrame));
    }
    if (!faults.isEmpty()) {
      throw new ConnectorConfigurationException(faults);
    }
    return new ConnectorConfiguration(
        address,
        port,
        maxFrame,
        maxConnections,
        halfFrame,
        idle,
        maxQueued,
        perAddress,
        maxTotal,
        maxValues,
        workers);
  }

  private static long defaultTotal(int maxFrame) {
    return Math.max(Runtime.getRuntime().maxMemory() / 4, 4L * maxFrame);
  }

  private InetAddress address() {
    String text = text(ADDRESS).orElse("127.0.0.1");
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      faults.add(ConnectorText.CONFIGURATION_NO_ADDRESS.with(ADDRESS, text));
      return InetAddress.getLoopbackAddress();
    }
  }

  private int integer(String key, int otherwise, int least, int most) {
    return Math.toIntExact(number(key, otherwise, least, most));
  }

  private long number(String key, long otherwise, long least, long most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text.get());
      if (value >= least && value <= most) {
        return value;
      }
      faults.add(ConnectorText.CONFIGURATION_OUT_OF_RANGE.with(key, value, least, most));
    } catch (NumberFormatException e) {
      faults.add(ConnectorText.CONFIGURATION_NOT_A_NUMBER.with(key, text.get()));
    }
    return otherwise;
  }

  private Optional<String> text(String key) {
    return source.apply(key).map(String::strip).filter(text -> !text.isEmpty());
  }
}
