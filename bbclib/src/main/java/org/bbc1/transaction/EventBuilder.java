package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Makes events. Ids are cut to the configured lengths. Not thread-safe. Source: transaction-format
 * sections 3.2, 7.4.
 */
public final class EventBuilder {

  private final WritingRules rules;
  private final List<Integer> referenceIndices = new ArrayList<>();
  private final List<UserId> mandatoryApprovers = new ArrayList<>();
  private final List<UserId> optionApprovers = new ArrayList<>();
  private @Nullable AssetGroupId assetGroupId;
  private @Nullable Asset asset;
  private int numerator;
  private OptionalInt denominator = OptionalInt.empty();

  EventBuilder(WritingRules rules) {
    this.rules = rules;
  }

  /** The asset group; required. */
  public EventBuilder assetGroup(AssetGroupId id) {
    assetGroupId = rules.lengths().cut(id);
    return this;
  }

  /** The asset; required but in legacy documents. */
  public EventBuilder asset(@Nullable Asset value) {
    asset = value;
    return this;
  }

  /**
   * A new asset with the id lengths and by the rules of the transaction.
   *
   * @param file content of the asset file; null or no bytes = no file
   */
  public EventBuilder createAsset(UserId user, AssetBody body, byte @Nullable [] file) {
    byte[] content = file == null ? new byte[0] : file;
    return asset(new AssetBuilder(rules, user).body(body).file(content).build());
  }

  /**
   * Continues a reference of the same transaction, named by its position; a negative number is
   * ignored.
   */
  public EventBuilder referenceIndex(int index) {
    if (index >= 0) {
      referenceIndices.add(index);
    }
    return this;
  }

  /** Adds a user who must approve. */
  public EventBuilder mandatoryApprover(UserId id) {
    mandatoryApprovers.add(rules.lengths().cut(id));
    return this;
  }

  /** Adds one of the users of whom some must approve. */
  public EventBuilder optionApprover(UserId id) {
    optionApprovers.add(rules.lengths().cut(id));
    return this;
  }

  /**
   * How many of how many option approvers must approve; {@link #build} compares the latter with
   * those added.
   */
  public EventBuilder optionParameter(int numberNeeded, int numberListed) {
    numerator = numberNeeded;
    denominator = OptionalInt.of(numberListed);
    return this;
  }

  /**
   * The event.
   *
   * @throws IllegalStateException if group or asset are missing or the number of option approvers
   *     is not as announced
   */
  public Event build() {
    if (assetGroupId == null || (asset == null && rules.eventNeedsAsset())) {
      throw new IllegalStateException("an event needs an asset group and an asset");
    }
    if (denominator.orElse(optionApprovers.size()) != optionApprovers.size()) {
      throw new IllegalStateException(
          optionApprovers.size() + " option approvers, " + denominator.getAsInt() + " announced");
    }
    return new Event(
        assetGroupId, referenceIndices, mandatoryApprovers, numerator, optionApprovers, asset);
  }

  static EventBuilder of(Event event, WritingRules rules) {
    EventBuilder builder =
        new EventBuilder(rules).assetGroup(event.assetGroupId()).asset(event.asset());
    builder.referenceIndices.addAll(event.referenceIndices());
    event.mandatoryApprovers().forEach(builder::mandatoryApprover);
    event.optionApprovers().forEach(builder::optionApprover);
    builder.numerator = event.optionNumerator();
    return builder;
  }
}
