package org.bbc1.transaction;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Makes transactions in the current or a legacy format and keeps track of their signature slots.
 * Ids are cut to the configured lengths, which must be set first. Not thread-safe. Source:
 * transaction-format sections 2, 3, 5, 7 and 10.2.
 */
public final class TransactionBuilder {

  private final Clock clock;
  private final List<EventBuilder> events = new ArrayList<>();
  private final List<RelationBuilder> relations = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final SlotTable slots = new SlotTable(List.of());
  private final WitnessSlots witness = new WitnessSlots(slots);
  private final SlotSigning signing = new SlotSigning(slots);
  private @Nullable CrossRef crossRef;
  private WritingRules rules;
  private TransactionForm form;
  private OptionalLong timestamp = OptionalLong.empty();
  private int version;

  /** A builder whose default timestamp is the time of the system. */
  public TransactionBuilder() {
    this(Clock.systemUTC());
  }

  /** A builder whose default timestamp is what this clock tells at the first {@link #build}. */
  public TransactionBuilder(Clock clock) {
    this(
        clock,
        WritingRules.current(IdLengths.configured()),
        TransactionForm.current(WireFormat.PLAIN),
        2);
  }

  private TransactionBuilder(Clock clock, WritingRules rules, TransactionForm form, int version) {
    this.clock = clock;
    this.rules = rules;
    this.form = form;
    this.version = version;
  }

  /** A builder for a legacy transaction, in the raw dialect; see the other method. */
  public static TransactionBuilder legacy(FormatType type, int idLength) {
    return legacy(type, idLength, Dialect.RAW);
  }

  /** A builder for a legacy transaction with the time of the system. */
  public static TransactionBuilder legacy(FormatType type, int idLength, Dialect dialect) {
    return legacy(type, idLength, dialect, Clock.systemUTC());
  }

  /**
   * A builder for a legacy transaction. Default version is 1, default timestamp the time in whole
   * seconds at the first {@link #build}. A signature always has its public key, a relation no
   * asset_raw and no asset_hash. Source: transaction-format section 5.
   *
   * @param idLength length of all ids and of file digests in bytes, 1 to 32; a nonce has 32
   * @param dialect of MessagePack; of no account in the other formats. Readers cannot tell it of a
   *     transaction without any id, signature or other byte string and take it for raw, which is
   *     another transaction id
   */
  public static TransactionBuilder legacy(
      FormatType type, int idLength, Dialect dialect, Clock clock) {
    return new TransactionBuilder(
        clock, WritingRules.legacy(type, idLength), TransactionForm.legacy(type, dialect), 1);
  }

  /** 0, 1 or 2, default 2; in legacy formats 0 or 1, default 1. */
  public TransactionBuilder version(int value) {
    if (rules.isLegacy() && value > 1) {
      throw new IllegalArgumentException("legacy formats have no version " + value);
    }
    version = value;
    return this;
  }

  /** Milliseconds, in legacy formats seconds, since 1970; 0 to 2^63-1, whatever it means. */
  public TransactionBuilder timestamp(long value) {
    timestamp = OptionalLong.of(value);
    return this;
  }

  /**
   * Lengths of the ids; default those that are configured for the process. To be set before any
   * part is added.
   *
   * @throws IllegalStateException in a legacy format, which has one length for all
   */
  public TransactionBuilder idLengths(IdLengths value) {
    requireCurrent();
    rules = WritingRules.current(value);
    return this;
  }

  /**
   * The form that {@link Transaction#serialize()} gives; default plain.
   *
   * @throws IllegalStateException in a legacy format, which has its own
   * @throws IllegalArgumentException if the form is that of a legacy format
   */
  public TransactionBuilder wireFormat(WireFormat value) {
    requireCurrent();
    form = TransactionForm.current(value);
    return this;
  }

  private void requireCurrent() {
    if (rules.isLegacy()) {
      throw new IllegalStateException("a legacy format leaves no choice of this");
    }
  }

  /**
   * A builder for an asset of this transaction: with its id lengths, by the rules of its format.
   */
  public AssetBuilder asset(UserId userId) {
    return new AssetBuilder(rules, userId);
  }

  /** Adds a finished event. */
  public TransactionBuilder add(Event event) {
    events.add(EventBuilder.of(event, rules));
    return this;
  }

  /** Adds a finished relation. */
  public TransactionBuilder add(Relation relation) {
    relations.add(RelationBuilder.of(relation, rules));
    return this;
  }

  /** Adds a finished reference whose slot numbers the caller has chosen. */
  public TransactionBuilder add(Reference reference) {
    references.add(
        new Reference(
            idLengths().cut(reference.assetGroupId()),
            idLengths().cut(reference.transactionId()),
            reference.eventIndex(),
            reference.signatureSlots()));
    return this;
  }

  /** Adds an event to be filled. */
  public EventBuilder addEvent() {
    EventBuilder event = new EventBuilder(rules);
    events.add(event);
    return event;
  }

  /** Adds a relation to be filled. */
  public RelationBuilder addRelation() {
    RelationBuilder relation = new RelationBuilder(rules);
    relations.add(relation);
    return relation;
  }

  /**
   * The event with this number, in order of adding.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public EventBuilder event(int index) {
    return events.get(index);
  }

  /**
   * The relation with this number, in order of adding.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public RelationBuilder relation(int index) {
    return relations.get(index);
  }

  /** The lengths of the ids. */
  public IdLengths idLengths() {
    return rules.lengths();
  }

  /**
   * Adds a reference to an event of an earlier transaction and reserves slots for its approvers.
   *
   * @throws IllegalArgumentException if there is no such event
   */
  public ReferenceSlots addReference(AssetGroupId group, Transaction referred, int eventIndex) {
    ReferenceSlots reference =
        ReferenceSlots.reserve(slots, idLengths(), group, referred, eventIndex);
    signing.add(reference);
    references.add(reference.reference());
    return reference;
  }

  /**
   * Adds users to the witness and reserves a slot for each; users who are in it already are
   * ignored.
   */
  public TransactionBuilder witness(UserId... users) {
    witness.start();
    for (UserId user : users) {
      witness.add(idLengths().cut(user));
    }
    return this;
  }

  /** Takes a finished witness whose slot numbers the caller has chosen; slots are not made. */
  public TransactionBuilder witness(Witness value) {
    witness.replace(
        new Witness(
            value.entries().stream()
                .map(
                    entry ->
                        new Witness.Entry(idLengths().cut(entry.userId()), entry.signatureSlot()))
                .toList()));
    return this;
  }

  /**
   * Names a transaction of another domain. In the current format its id is cut to the length that
   * is configured for the process, not to that of this transaction; legacy formats do not cut it,
   * and shorter ids stay as they are. Source: transaction-format section 2.
   */
  public TransactionBuilder crossRef(DomainId domainId, TransactionId transactionId) {
    return crossRef(rules.crossRef(domainId, transactionId));
  }

  /** Names a transaction of another domain, whose id is taken as it is. */
  public TransactionBuilder crossRef(CrossRef value) {
    crossRef = value;
    return this;
  }

  /** The slot of a user, reserved now if there is none. */
  public int slotOf(UserId user) {
    return slots.reserve(idLengths().cut(user));
  }

  /** Appends a slot with this content and returns its number. */
  public int addSlot(Signature signature) {
    requireKey(signature);
    return slots.append(signature);
  }

  private void requireKey(Signature signature) {
    if (rules.isLegacy() && !signature.isEmpty() && !signature.hasPublicKey()) {
      throw new IllegalArgumentException("legacy formats have no signature without public key");
    }
  }

  /** The slots so far. */
  public List<Signature> slots() {
    return slots.slots();
  }

  /** The witness so far; null if there is none. */
  public @Nullable Witness currentWitness() {
    return witness.witness();
  }

  /** Puts a signature into the slot of a user; false if he has none. */
  public boolean addSignature(UserId user, Signature signature) {
    requireKey(signature);
    return slots.fill(idLengths().cut(user), signature);
  }

  /** Lets {@link #build} sign for this user, who must have a slot or be an approver by then. */
  public TransactionBuilder sign(UserId user, KeyPair keyPair) {
    signing.add(idLengths().cut(user), keyPair, true);
    return this;
  }

  /**
   * As {@link #sign}, without the public key; who verifies must have it from elsewhere.
   *
   * @throws IllegalStateException in a legacy format
   */
  public TransactionBuilder signWithoutPublicKey(UserId user, KeyPair keyPair) {
    requireCurrent();
    signing.add(idLengths().cut(user), keyPair, false);
    return this;
  }

  /**
   * The transaction, signed by those for whom {@link #sign} was called. The timestamp, if it was
   * not set, is that of the first call, so that signatures made for one result fit the next.
   *
   * @throws IllegalStateException if a part is not complete or a signer has no slot
   * @throws IllegalArgumentException if a part cannot be packed
   */
  public Transaction build() {
    Transaction unsigned = Transaction.of(parts(), form);
    timestamp = OptionalLong.of(unsigned.timestamp());
    return signing.sign(unsigned);
  }

  private long now() {
    return rules.isLegacy() ? clock.instant().getEpochSecond() : clock.millis();
  }

  private TransactionParts parts() {
    return new TransactionParts(
        version,
        timestamp.orElseGet(this::now),
        idLengths().transactionId(),
        events.stream().map(EventBuilder::build).toList(),
        references,
        relations.stream().map(RelationBuilder::build).toList(),
        currentWitness(),
        crossRef,
        slots.slots());
  }
}
