package org.bbc1.node.config;

/**
 * Bounds of what users can make the node keep or send for them.
 *
 * @param maxWaiting messages to users who are looked for ({@code bbc1.messaging.max-waiting},
 *     default 10 000); what would be too much bounces at once
 * @param maxWaitingPerConnection the same for what one connection sent ({@code
 *     bbc1.messaging.max-waiting-per-connection}, default 1000)
 * @param maxWaitingBytes their size ({@code bbc1.messaging.max-waiting-bytes}, default 64 MiB)
 * @param maxWaitingBytesPerConnection the same for what one connection sent ({@code
 *     bbc1.messaging.max-waiting-bytes-per-connection}, default 16 MiB)
 * @param maxSigners users that one signature request may name ({@code bbc1.messaging.max-signers},
 *     default 256)
 * @param maxNotifications pairs of user and asset group to be told of ({@code
 *     bbc1.messaging.max-notifications}, default 100 000)
 * @param maxNotificationsPerConnection the same for what one connection asked for ({@code
 *     bbc1.messaging.max-notifications-per-connection}, default 1000)
 * @param maxDelayedBytes size of the messages that wait until slow readers take them ({@code
 *     bbc1.messaging.max-delayed-bytes}, default 16 MiB); one always may
 */
public record MessagingLimits(
    int maxWaiting,
    int maxWaitingPerConnection,
    int maxWaitingBytes,
    int maxWaitingBytesPerConnection,
    int maxSigners,
    int maxNotifications,
    int maxNotificationsPerConnection,
    int maxDelayedBytes) {

  /** A list of so many ids still fits into one reply. */
  private static final int MOST_ENTRIES = 10_000_000;

  static MessagingLimits read(Settings settings) {
    return new MessagingLimits(
        bound(settings, "max-waiting", MOST_ENTRIES, 10_000),
        bound(settings, "max-waiting-per-connection", MOST_ENTRIES, 1000),
        bound(settings, "max-waiting-bytes", Integer.MAX_VALUE, 64 << 20),
        bound(settings, "max-waiting-bytes-per-connection", Integer.MAX_VALUE, 16 << 20),
        bound(settings, "max-signers", MOST_ENTRIES, 256),
        bound(settings, "max-notifications", MOST_ENTRIES, 100_000),
        bound(settings, "max-notifications-per-connection", MOST_ENTRIES, 1000),
        bound(settings, "max-delayed-bytes", Integer.MAX_VALUE, 16 << 20));
  }

  private static int bound(Settings settings, String name, int most, int otherwise) {
    return settings.integer("bbc1.messaging." + name, 1, most).orElse(otherwise);
  }
}
