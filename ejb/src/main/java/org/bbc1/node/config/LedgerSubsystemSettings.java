package org.bbc1.node.config;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;

/**
 * The ledger subsystem of a domain: {@code use_ledger_subsystem} and {@code ledger_subsystem} of
 * its section.
 *
 * @param inUse whether the domain has one; false by default
 * @param subsystem name of the anchor; "ethereum" by default, as in the reference
 * @param maxTransactions how many digests a tree may hold; 1 to {@value #LARGEST_TREE}, 4096 by
 *     default
 * @param maxSeconds how long the first digest of a tree waits at most, in seconds; 1 to {@value
 *     #LONGEST_WAIT}, 3600 by default
 */
public record LedgerSubsystemSettings(
    boolean inUse, String subsystem, int maxTransactions, int maxSeconds) {

  static final int LARGEST_TREE = 65_536;
  static final int LONGEST_WAIT = 31_536_000;

  private static final String USE = "use_ledger_subsystem";
  private static final String SETTINGS = "ledger_subsystem";
  private static final String SUBSYSTEM = "subsystem";
  private static final String MAX_TRANSACTIONS = "max_transactions";
  private static final String MAX_SECONDS = "max_seconds";

  static LedgerSubsystemSettings of(JsonObject section) {
    JsonValue value = section.get(SETTINGS);
    JsonObject settings = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    return new LedgerSubsystemSettings(
        section.getBoolean(USE, false),
        settings.getString(SUBSYSTEM, "ethereum"),
        settings.getInt(MAX_TRANSACTIONS, 4096),
        settings.getInt(MAX_SECONDS, 3600));
  }

  static void check(JsonObject section, Faults faults) {
    faults.bool(section, "", USE);
    JsonObject settings = faults.object(section, "", SETTINGS);
    faults.text(settings, SETTINGS, SUBSYSTEM);
    faults.integer(settings, SETTINGS, MAX_TRANSACTIONS, 1, LARGEST_TREE);
    faults.integer(settings, SETTINGS, MAX_SECONDS, 1, LONGEST_WAIT);
  }

  /** How many digests a tree holds: they come in pairs, so that an odd limit is rounded up. */
  public int treeSize() {
    return maxTransactions + maxTransactions % 2;
  }

  /** {@link #maxSeconds} as a duration. */
  public Duration longestWait() {
    return Duration.ofSeconds(maxSeconds);
  }
}
