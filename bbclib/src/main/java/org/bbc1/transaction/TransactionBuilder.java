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
import org.jspecify.annotations.Nullable;

/**
 * Makes transactions in the current format and keeps track of their signature slots. Ids are cut to
 * the configured lengths, which must be set first. Not thread-safe. Source: transaction-format
 * sections 2, 3, 7 and 10.2.
 */
public final class TransactionBuilder {

  private record Signer(UserId user, KeyPair keyPair, boolean includePublicKey) {}

  private final Clock clock;
  private final List<EventBuilder> events = new ArrayList<>();
  private final List<RelationBuilder> relations = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<ReferenceSlots> reserved = new ArrayList<>();
  private final List<Signer> signers = new ArrayList<>();
  private final SlotTable slots = new SlotTable(List.of());
  private @Nullable List<Witness.Entry> witness;
  private @Nullable CrossRef crossRef;
  private IdLengths lengths = IdLengths.FULL;
  private WireFormat wireFormat = WireFormat.PLAIN;
  private OptionalLong timestamp = OptionalLong.empty();
  private int version = 2;

  /** A builder whose default timestamp is the time of the system. */
  public TransactionBuilder() {
    this(Clock.systemUTC());
  }

  /** A builder whose default timestamp is the time of this clock when {@link #build} is called. */
  public TransactionBuilder(Clock clock) {
    this.clock = clock;
  }

  /** 0, 1 or 2; default 2. */
  public TransactionBuilder version(int value) {
    version = value;
    return this;
  }

  /** Milliseconds since 1970; any number from 0 to 2^63-1 is taken. */
  public TransactionBuilder timestamp(long milliseconds) {
    timestamp = OptionalLong.of(milliseconds);
    return this;
  }

  /** Lengths of the ids; default 32 bytes for every kind. To be set before any part is added. */
  public TransactionBuilder idLengths(IdLengths value) {
    lengths = value;
    return this;
  }

  /** The form that {@link Transaction#serialize()} gives; default plain. */
  public TransactionBuilder wireFormat(WireFormat value) {
    wireFormat = value;
    return this;
  }

  /** Adds a finished event. */
  public TransactionBuilder add(Event event) {
    events.add(EventBuilder.of(event, lengths));
    return this;
  }

  /** Adds a finished relation. */
  public TransactionBuilder add(Relation relation) {
    relations.add(RelationBuilder.of(relation, lengths));
    return this;
  }

  /** Adds a finished reference whose slot numbers the caller has chosen. */
  public TransactionBuilder add(Reference reference) {
    references.add(
        new Reference(
            lengths.cut(reference.assetGroupId()),
            lengths.cut(reference.transactionId()),
            reference.eventIndex(),
            reference.signatureSlots()));
    return this;
  }

  /** Adds an event to be filled. */
  public EventBuilder addEvent() {
    EventBuilder event = new EventBuilder(lengths);
    events.add(event);
    return event;
  }

  /** Adds a relation to be filled. */
  public RelationBuilder addRelation() {
    RelationBuilder relation = new RelationBuilder(lengths);
    relations.add(relation);
    return relation;
  }

  /** The event with this number, in order of adding. */
  public EventBuilder event(int index) {
    return events.get(index);
  }

  /** The relation with this number, in order of adding. */
  public RelationBuilder relation(int index) {
    return relations.get(index);
  }

  /** The lengths of the ids. */
  public IdLengths idLengths() {
    return lengths;
  }

  /**
   * Adds a reference to an event of an earlier transaction and reserves slots for its approvers.
   *
   * @throws IllegalArgumentException if there is no such event
   */
  public ReferenceSlots addReference(AssetGroupId group, Transaction referred, int eventIndex) {
    ReferenceSlots reference = ReferenceSlots.reserve(slots, lengths, group, referred, eventIndex);
    reserved.add(reference);
    references.add(reference.reference());
    return reference;
  }

  /**
   * Adds users to the witness and reserves a slot for each; users who are in it already are
   * ignored.
   */
  public TransactionBuilder witness(UserId... users) {
    List<Witness.Entry> entries = witness == null ? new ArrayList<>() : witness;
    witness = entries;
    for (UserId user : users) {
      UserId cut = lengths.cut(user);
      if (entries.stream().noneMatch(entry -> entry.userId().equals(cut))) {
        entries.add(new Witness.Entry(cut, slots.reserve(cut)));
      }
    }
    return this;
  }

  /** Takes a finished witness whose slot numbers the caller has chosen; slots are not made. */
  public TransactionBuilder witness(Witness value) {
    witness = new ArrayList<>();
    for (Witness.Entry entry : value.entries()) {
      UserId cut = lengths.cut(entry.userId());
      witness.add(new Witness.Entry(cut, entry.signatureSlot()));
      slots.assign(cut, entry.signatureSlot());
    }
    return this;
  }

  /** Names a transaction of another domain. */
  public TransactionBuilder crossRef(DomainId domainId, TransactionId transactionId) {
    return crossRef(new CrossRef(domainId, transactionId));
  }

  /** Names a transaction of another domain. */
  public TransactionBuilder crossRef(CrossRef value) {
    crossRef = new CrossRef(value.domainId(), lengths.cut(value.transactionId()));
    return this;
  }

  /** The slot of a user, reserved now if there is none. */
  public int slotOf(UserId user) {
    return slots.reserve(lengths.cut(user));
  }

  /** Appends a slot with this content and returns its number. */
  public int addSlot(Signature signature) {
    return slots.append(signature);
  }

  /** The slots so far. */
  public List<Signature> slots() {
    return slots.slots();
  }

  /** The witness so far; null if there is none. */
  public @Nullable Witness currentWitness() {
    return witness == null ? null : new Witness(witness);
  }

  /** Puts a signature into the slot of a user; false if he has none. */
  public boolean addSignature(UserId user, Signature signature) {
    return slots.fill(lengths.cut(user), signature);
  }

  /** Lets {@link #build} sign for this user, who must have a slot or be an approver by then. */
  public TransactionBuilder sign(UserId user, KeyPair keyPair) {
    signers.add(new Signer(lengths.cut(user), keyPair, true));
    return this;
  }

  /** As {@link #sign}, without the public key; who verifies must have it from elsewhere. */
  public TransactionBuilder signWithoutPublicKey(UserId user, KeyPair keyPair) {
    signers.add(new Signer(lengths.cut(user), keyPair, false));
    return this;
  }

  /**
   * The transaction, signed by those for whom {@link #sign} was called.
   *
   * @throws IllegalStateException if a part is not complete or a signer has no slot
   * @throws IllegalArgumentException if a part cannot be packed
   */
  public Transaction build() {
    Transaction unsigned = Transaction.of(parts(), wireFormat);
    if (signers.isEmpty()) {
      return unsigned;
    }
    timestamp = OptionalLong.of(unsigned.timestamp());
    for (Signer signer : signers) {
      place(signer, unsigned);
    }
    signers.clear();
    return unsigned.withSignatures(slots.slots());
  }

  private void place(Signer signer, Transaction unsigned) {
    Signature signature =
        signer.includePublicKey()
            ? unsigned.sign(signer.keyPair())
            : unsigned.signWithoutPublicKey(signer.keyPair());
    if (!slots.fill(signer.user(), signature)
        && reserved.stream()
            .noneMatch(reference -> reference.addSignature(signer.user(), signature))) {
      throw new IllegalStateException("user " + signer.user() + " has no signature slot");
    }
  }

  private TransactionParts parts() {
    return new TransactionParts(
        version,
        timestamp.orElseGet(clock::millis),
        lengths.transactionId(),
        events.stream().map(EventBuilder::build).toList(),
        references,
        relations.stream().map(RelationBuilder::build).toList(),
        currentWitness(),
        crossRef,
        slots.slots());
  }
}
