package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.ReferenceApproval.State.FOREIGN;
import static org.bbc1.transaction.ReferenceApproval.State.INVALID;
import static org.bbc1.transaction.ReferenceApproval.State.MISSING;
import static org.bbc1.transaction.ReferenceApproval.State.PROVEN;
import static org.bbc1.transaction.ReferenceApproval.State.REPEATED;
import static org.bbc1.transaction.ReferenceApproval.State.UNATTRIBUTED;
import static org.bbc1.transaction.ReferenceApproval.State.UNVERIFIABLE;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.ReferenceApproval.Cause;
import org.bbc1.transaction.ReferenceApproval.Mandatory;
import org.bbc1.transaction.ReferenceApproval.Option;
import org.bbc1.transaction.ReferenceApproval.Resolved;
import org.bbc1.transaction.ReferenceApproval.State;
import org.bbc1.transaction.ReferenceApproval.Unresolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has approved the use of an event. All keys are test keys. */
class ApprovalCheckTest {

  private final TestTransactions make = new TestTransactions(7_301);
  private final AssetGroupId group = make.assetGroup();
  private final UserId ann = make.user();
  private final UserId ben = make.user();
  private final UserId cem = make.user();
  private final UserId dan = make.user();

  private final ApprovalCheck check = new ApprovalCheck(SignatureEngines.fastest());

  private Transaction earlier(List<UserId> mandatory, int needed, List<UserId> option) {
    TransactionBuilder builder = make.builder();
    EventBuilder event = builder.addEvent().assetGroup(group).asset(make.asset(ann));
    mandatory.forEach(event::mandatoryApprover);
    option.forEach(event::optionApprover);
    event.optionParameter(needed, option.size());
    return builder.build();
  }

  private TransactionBuilder using(Transaction earlier) {
    TransactionBuilder builder = make.builder();
    builder.addReference(group, earlier, 0);
    return builder;
  }

  private KeyPair keys(UserId user) {
    return make.keyPairOf(user);
  }

  /** What a caller knows who has the keys of these users. */
  private UserKeys known(UserId... users) {
    List<UserId> list = List.of(users);
    return user -> list.contains(user) ? List.of(keys(user).publicPart()) : List.of();
  }

  private Resolved resolved(Transaction transaction, Transaction earlier, UserKeys keys) {
    List<ReferenceApproval> approvals = check.check(transaction, id -> earlier, keys);
    assertThat(approvals).hasSize(1);
    assertThat(approvals.get(0).reference()).isEqualTo(transaction.references().get(0));
    assertThat(approvals.get(0)).isInstanceOf(Resolved.class);
    return (Resolved) approvals.get(0);
  }

  private static List<State> mandatoryStates(Resolved approval) {
    return approval.mandatory().stream().map(Mandatory::state).toList();
  }

  private static List<State> optionStates(Resolved approval) {
    return approval.options().stream().map(Option::state).toList();
  }

  private static Transaction withSlots(Transaction transaction, Signature... slots) {
    return transaction.withSignatures(List.of(slots));
  }

  private static Signature signed(Transaction transaction, KeyPair keys) {
    return Signature.of(keys.curve(), keys.publicKey(), keys.sign(transaction.digest()));
  }

  private static Signature signedWithoutKey(Transaction transaction, KeyPair keys) {
    return Signature.of(keys.curve(), null, keys.sign(transaction.digest()));
  }

  @Test
  void nobodyHasSignedYet() {
    Transaction earlier = earlier(List.of(ann, ben), 1, List.of(cem, dan));
    Resolved approval = resolved(using(earlier).build(), earlier, known(ann, ben, cem, dan));

    assertThat(mandatoryStates(approval)).containsExactly(MISSING, MISSING);
    assertThat(approval.mandatoryMissing()).containsExactly(ann, ben);
    assertThat(optionStates(approval)).containsExactly(MISSING);
    assertThat(approval.optionsMissing()).isEqualTo(1);
    assertThat(approval.optionApproversLeft()).containsExactly(cem, dan);
    assertThat(approval.isApproved()).isFalse();
  }

  @Test
  void allHaveSignedWithTheirOwnKeys() {
    Transaction earlier = earlier(List.of(ann, ben), 1, List.of(cem, dan));
    Transaction transaction =
        using(earlier).sign(ann, keys(ann)).sign(ben, keys(ben)).sign(dan, keys(dan)).build();
    Resolved approval = resolved(transaction, earlier, known(ann, ben, cem, dan));

    assertThat(approval.mandatory())
        .containsExactly(new Mandatory(ann, PROVEN), new Mandatory(ben, PROVEN));
    assertThat(optionStates(approval)).containsExactly(PROVEN);
    assertThat(approval.options().get(0).user()).contains(dan);
    assertThat(approval.optionApproversLeft()).containsExactly(cem);
    assertThat(approval.mandatoryMissing()).isEmpty();
    assertThat(approval.isApproved()).isTrue();
    assertThat(approval.isProven()).isTrue();
  }

  @Test
  void withoutKnowledgeOfKeysASignatureCountsButProvesNothing() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(cem, dan));
    Transaction transaction = using(earlier).sign(ann, keys(ann)).sign(cem, keys(cem)).build();
    Resolved approval = resolved(transaction, earlier, UserKeys.UNKNOWN);

    assertThat(mandatoryStates(approval)).containsExactly(UNATTRIBUTED);
    assertThat(optionStates(approval)).containsExactly(UNATTRIBUTED);
    assertThat(approval.options().get(0).user()).isEmpty();
    assertThat(approval.optionApproversLeft()).containsExactly(cem, dan);
    assertThat(approval.isApproved()).isTrue();
    assertThat(approval.isProven()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,true",
    "1,0,false",
    "1,1,true",
    "2,1,false",
    "2,2,true",
    "3,2,false",
    "3,3,true"
  })
  void asManyOptionApproversMustSignAsTheEventSays(int needed, int signing, boolean enough) {
    List<UserId> option = List.of(ann, ben, cem);
    Transaction earlier = earlier(List.of(), needed, option);
    TransactionBuilder builder = using(earlier);
    option.subList(0, signing).forEach(user -> builder.sign(user, keys(user)));
    Transaction transaction = builder.build();
    for (UserKeys keys : List.of(UserKeys.UNKNOWN, known(ann, ben, cem), known(ben))) {
      Resolved approval = resolved(transaction, earlier, keys);

      assertThat(approval.optionsNeeded()).isEqualTo(needed);
      assertThat(approval.optionsSigned()).isEqualTo(signing);
      assertThat(approval.optionsMissing()).isEqualTo(needed - signing);
      assertThat(approval.isApproved()).isEqualTo(enough);
    }
  }

  @Test
  void allMandatoryApproversAreNeededBesideTheOptionOnes() {
    Transaction earlier = earlier(List.of(ann, ben), 1, List.of(cem));
    Transaction transaction = using(earlier).sign(ben, keys(ben)).sign(cem, keys(cem)).build();
    Resolved approval = resolved(transaction, earlier, known(ann, ben, cem));

    assertThat(approval.mandatoryMissing()).containsExactly(ann);
    assertThat(approval.optionsMissing()).isZero();
    assertThat(approval.isApproved()).isFalse();
    assertThat(approval.isProven()).isFalse();
  }

  @Test
  void aNumberThatNobodyCanReachIsNeverReached() {
    Transaction earlier = earlier(List.of(), 2, List.of(ann));
    TransactionBuilder builder = using(earlier);
    Transaction transaction = builder.build();
    Signature signature = signed(transaction, keys(ann));
    Resolved approval = resolved(withSlots(transaction, signature, signature), earlier, known(ann));

    assertThat(optionStates(approval)).containsExactly(PROVEN, REPEATED);
    assertThat(approval.isApproved()).isFalse();
  }

  @Test
  void oneSignerInTwoOptionSlotsCountsOnce() {
    Transaction earlier = earlier(List.of(), 2, List.of(ann, ben));
    Transaction transaction = using(earlier).build();
    Signature first = signed(transaction, keys(ann));
    Signature second = signed(transaction, keys(ann).withCompressedPublicKey());
    Transaction twice = withSlots(transaction, first, second);

    assertThat(optionStates(resolved(twice, earlier, known(ann, ben))))
        .containsExactly(PROVEN, REPEATED);
    assertThat(optionStates(resolved(twice, earlier, UserKeys.UNKNOWN)))
        .containsExactly(UNATTRIBUTED, REPEATED);
    assertThat(resolved(twice, earlier, UserKeys.UNKNOWN).isApproved()).isFalse();
  }

  @Test
  void oneUnknownKeyCountsForOneMandatoryApproverOnly() {
    Transaction earlier = earlier(List.of(ann, ben), 0, List.of());
    Transaction transaction = using(earlier).build();
    Signature signature = signed(transaction, keys(ann));
    Transaction both = withSlots(transaction, signature, signature);

    assertThat(mandatoryStates(resolved(both, earlier, UserKeys.UNKNOWN)))
        .containsExactly(UNATTRIBUTED, REPEATED);
    assertThat(mandatoryStates(resolved(both, earlier, known(ann))))
        .containsExactly(PROVEN, FOREIGN);
    assertThat(mandatoryStates(resolved(both, earlier, known(ben))))
        .containsExactly(UNATTRIBUTED, FOREIGN);
    assertThat(mandatoryStates(resolved(both, earlier, known(ann, ben))))
        .containsExactly(PROVEN, FOREIGN);
  }

  @Test
  void aKnownKeyInTheSlotOfAnUnknownUserIsForeignWhateverTheOrder() {
    Transaction earlier = earlier(List.of(ann, ben), 0, List.of());
    Transaction transaction = using(earlier).build();
    Signature signature = signed(transaction, keys(ben));

    assertThat(
            mandatoryStates(
                resolved(withSlots(transaction, signature, signature), earlier, known(ben))))
        .containsExactly(FOREIGN, PROVEN);
  }

  @Test
  void anOptionApproverCannotSignForAMandatoryOneWhoseKeysAreUnknown() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(ben, cem));
    Transaction transaction = using(earlier).build();
    Signature signature = signed(transaction, keys(ben));
    Transaction both = withSlots(transaction, signature, signature);

    Resolved approval = resolved(both, earlier, known(ben));
    assertThat(mandatoryStates(approval)).containsExactly(FOREIGN);
    assertThat(optionStates(approval)).containsExactly(PROVEN);
    assertThat(approval.isApproved()).isFalse();
  }

  @Test
  void aMandatoryApproverCannotFillTheSlotOfAnOptionApprover() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(ben));
    Transaction transaction = using(earlier).build();
    Signature signature = signed(transaction, keys(ann));
    Transaction both = withSlots(transaction, signature, signature);

    for (UserKeys keys : List.of(known(ann, ben), known(ann), UserKeys.UNKNOWN)) {
      assertThat(optionStates(resolved(both, earlier, keys))).containsExactly(REPEATED);
    }
  }

  @Test
  void aUserInBothListsSignsInBothSlots() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(ann, ben));
    Transaction transaction = using(earlier).build();
    Signature signature = signed(transaction, keys(ann));
    Transaction inOptionSlot = withSlots(transaction, Signature.EMPTY, signature);
    Transaction inBoth = withSlots(transaction, signature, signature);

    assertThat(resolved(inOptionSlot, earlier, known(ann)).mandatoryMissing()).containsExactly(ann);
    assertThat(optionStates(resolved(inOptionSlot, earlier, known(ann)))).containsExactly(PROVEN);
    assertThat(resolved(inBoth, earlier, known(ann)).isProven()).isTrue();
    assertThat(resolved(inBoth, earlier, UserKeys.UNKNOWN).isApproved()).isTrue();
  }

  @Test
  void aSlotSharedWithTheWitnessAndAnotherReferenceServesAll() {
    Transaction earlier = earlier(List.of(ann), 0, List.of());
    Transaction other = earlier(List.of(ben, ann), 0, List.of());
    TransactionBuilder builder = make.builder().witness(ann);
    builder.addReference(group, earlier, 0);
    builder.addReference(group, other, 0);
    Transaction transaction = builder.sign(ann, keys(ann)).build();
    assertThat(transaction.signatures()).hasSize(2);

    List<ReferenceApproval> approvals =
        check.check(
            transaction,
            id -> id.equals(earlier.transactionId()) ? earlier : other,
            known(ann, ben));
    assertThat(approvals).extracting(ReferenceApproval::isProven).containsExactly(true, false);
    assertThat(((Resolved) approvals.get(1)).mandatoryMissing()).containsExactly(ben);
  }

  @Test
  void oneSlotCannotServeAsMandatoryAndAsOptionSlotOfAnUnknownSigner() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(ann, ben));
    Transaction transaction =
        make.builder().add(new Reference(group, earlier.transactionId(), 0, List.of(0, 0))).build();
    Transaction signed = withSlots(transaction, signed(transaction, keys(ann)));

    assertThat(optionStates(resolved(signed, earlier, UserKeys.UNKNOWN))).containsExactly(REPEATED);
    assertThat(resolved(signed, earlier, UserKeys.UNKNOWN).isApproved()).isFalse();
  }

  @Test
  void moreUnknownSignersThanUnknownApproversAreForeign() {
    Transaction earlier = earlier(List.of(), 2, List.of(ann, ben));
    Transaction transaction = using(earlier).build();
    Transaction signed =
        withSlots(transaction, signed(transaction, keys(cem)), signed(transaction, keys(dan)));

    assertThat(optionStates(resolved(signed, earlier, known(ann))))
        .containsExactly(UNATTRIBUTED, FOREIGN);
    assertThat(optionStates(resolved(signed, earlier, known(ann, ben))))
        .containsExactly(FOREIGN, FOREIGN);
    assertThat(resolved(signed, earlier, known(ann, ben)).optionsSigned()).isZero();
  }

  @Test
  void aSignatureThatDoesNotVerifyCountsNowhere() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(ben));
    Transaction transaction = using(earlier).build();
    byte[] elsewhere = make.bytes(32);
    Signature[] bad =
        Stream.of(ann, ben)
            .map(
                user ->
                    Signature.of(Curve.P256, keys(user).publicKey(), keys(user).sign(elsewhere)))
            .toArray(Signature[]::new);
    for (UserKeys keys : List.of(UserKeys.UNKNOWN, known(ann, ben))) {
      Resolved approval = resolved(withSlots(transaction, bad), earlier, keys);

      assertThat(mandatoryStates(approval)).containsExactly(INVALID);
      assertThat(optionStates(approval)).containsExactly(INVALID);
      assertThat(approval.isApproved()).isFalse();
    }
  }

  @Test
  void aKeyThatIsNoPointCountsNowhere() {
    Transaction earlier = earlier(List.of(ann), 0, List.of());
    Transaction transaction = using(earlier).build();
    byte[] noPoint = keys(ann).publicKey();
    noPoint[64] ^= 1;
    Signature signature = Signature.of(Curve.P256, noPoint, make.bytes(64));

    assertThat(
            mandatoryStates(resolved(withSlots(transaction, signature), earlier, UserKeys.UNKNOWN)))
        .containsExactly(INVALID);
  }

  @Test
  void aSignatureWithoutKeyVerifiesWithAKnownKeyOnly() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(ben, cem));
    Transaction transaction = using(earlier).build();
    Transaction keyless =
        withSlots(
            transaction,
            signedWithoutKey(transaction, keys(ann)),
            signedWithoutKey(transaction, keys(cem)));

    Resolved all = resolved(keyless, earlier, known(ann, ben, cem));
    assertThat(all.isProven()).isTrue();
    assertThat(all.options().get(0).user()).contains(cem);

    Resolved none = resolved(keyless, earlier, UserKeys.UNKNOWN);
    assertThat(mandatoryStates(none)).containsExactly(UNVERIFIABLE);
    assertThat(optionStates(none)).containsExactly(UNVERIFIABLE);
    assertThat(none.isApproved()).isFalse();

    Transaction swapped =
        withSlots(
            transaction,
            signedWithoutKey(transaction, keys(dan)),
            signedWithoutKey(transaction, keys(dan)));
    Resolved foreign = resolved(swapped, earlier, known(ann, ben, cem));
    assertThat(mandatoryStates(foreign)).containsExactly(INVALID);
    assertThat(optionStates(foreign)).containsExactly(INVALID);
  }

  @Test
  void aKeylessSignatureIsNotTriedWithKeysOfTheOtherCurve() {
    Transaction earlier = earlier(List.of(ann), 0, List.of());
    Transaction transaction = using(earlier).build();
    KeyPair k1 = make.keyPair(Curve.SECP256K1);
    Transaction keyless = withSlots(transaction, signedWithoutKey(transaction, k1));
    UserKeys both = user -> List.of(keys(ann).publicPart(), k1.publicPart());

    assertThat(mandatoryStates(resolved(keyless, earlier, both))).containsExactly(PROVEN);
    assertThat(mandatoryStates(resolved(keyless, earlier, known(ann)))).containsExactly(INVALID);
  }

  @Test
  void anyOfSeveralKeysOfAUserWillDo() {
    Transaction earlier = earlier(List.of(), 1, List.of(ann));
    Transaction transaction = using(earlier).build();
    KeyPair spare = make.keyPair(Curve.SECP256K1);
    List<PublicKey> keys = List.of(keys(ann).publicPart(), spare.publicPart());

    assertThat(
            resolved(withSlots(transaction, signed(transaction, spare)), earlier, user -> keys)
                .isProven())
        .isTrue();
  }

  @Test
  void approversForWhomTheReferenceReservesNoSlotAreMissing() {
    Transaction earlier = earlier(List.of(ann, ben), 1, List.of(cem));
    Transaction transaction =
        make.builder().add(new Reference(group, earlier.transactionId(), 0, List.of(0))).build();
    Resolved approval =
        resolved(withSlots(transaction, signed(transaction, keys(ann))), earlier, known(ann));

    assertThat(mandatoryStates(approval)).containsExactly(PROVEN, MISSING);
    assertThat(approval.options()).isEmpty();
    assertThat(approval.optionsMissing()).isEqualTo(1);
    assertThat(approval.isApproved()).isFalse();
  }

  @Test
  void slotsThatDoNotExistAreMissing() {
    Transaction earlier = earlier(List.of(ann), 1, List.of(ben));
    Transaction transaction =
        make.builder()
            .add(new Reference(group, earlier.transactionId(), 0, List.of(500, 65535)))
            .build();
    Resolved approval = resolved(transaction, earlier, known(ann, ben));

    assertThat(mandatoryStates(approval)).containsExactly(MISSING);
    assertThat(approval.options()).extracting(Option::slot).containsExactly(65535);
    assertThat(optionStates(approval)).containsExactly(MISSING);
  }

  @Test
  void nothingIsSaidAboutWhatIsNotThere() {
    Transaction earlier = earlier(List.of(ann), 0, List.of());
    Transaction transaction =
        make.builder().add(new Reference(group, earlier.transactionId(), 1, List.of())).build();
    List<ReferenceApproval> approvals = new ArrayList<>();
    approvals.addAll(check.check(transaction, id -> null, UserKeys.UNKNOWN));
    approvals.addAll(check.check(transaction, id -> make.simple(), UserKeys.UNKNOWN));
    approvals.addAll(check.check(transaction, id -> earlier, UserKeys.UNKNOWN));

    assertThat(approvals)
        .extracting(approval -> ((Unresolved) approval).cause())
        .containsExactly(Cause.UNKNOWN_TRANSACTION, Cause.OTHER_TRANSACTION, Cause.NO_SUCH_EVENT);
    assertThat(approvals).noneMatch(ReferenceApproval::isApproved);
    assertThat(approvals).noneMatch(ReferenceApproval::isProven);
  }

  @Test
  void aReferenceByAShorterIdIsFollowed() {
    Transaction earlier = earlier(List.of(ann), 0, List.of());
    Transaction transaction =
        make.builder()
            .idLengths(new IdLengths(8, 32, 32, 32, 32))
            .add(new Reference(group, earlier.transactionId(), 0, List.of(0)))
            .build();
    assertThat(transaction.references().get(0).transactionId().toByteArray()).hasSize(8);

    assertThat(
            resolved(withSlots(transaction, signed(transaction, keys(ann))), earlier, known(ann))
                .isProven())
        .isTrue();
  }

  @Test
  void anEventWithoutApproversNeedsNobody() {
    Transaction earlier = earlier(List.of(), 0, List.of());

    assertThat(resolved(using(earlier).build(), earlier, UserKeys.UNKNOWN).isProven()).isTrue();
  }

  @Test
  void approversOfATransactionWithLongerIdsShareTheirSlotsAndSign() {
    Transaction earlier = earlier(List.of(ann, ben), 1, List.of(cem));
    TransactionBuilder builder = make.builder().idLengths(IdLengths.all(8)).witness(ann);
    ReferenceSlots slots = builder.addReference(group, earlier, 0);
    assertThat(slots.reference().signatureSlots()).containsExactly(0, 1, 2);
    assertThat(slots.destinations()).containsExactly(ann, ben, cem);
    Transaction transaction = builder.sign(ann, keys(ann)).sign(cem, keys(cem)).build();
    SignatureCollector collector = new SignatureCollector(transaction);
    collector.reference(0, earlier);

    assertThat(collector.sign(dan, keys(dan))).isFalse();
    assertThat(collector.sign(ben, keys(ben))).isTrue();
    assertThat(resolved(collector.transaction(), earlier, known(ann, ben, cem)).isProven())
        .isTrue();
  }

  /** Counts verifications; none succeeds. */
  private static final class CountingEngine implements SignatureEngine {

    private int verifications;

    @Override
    public boolean verify(Curve curve, byte[] publicKey, byte[] digest, byte[] signature) {
      verifications++;
      return false;
    }

    @Override
    public byte[] sign(Curve curve, byte[] privateKey, byte[] digest) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String name() {
      return "counting";
    }
  }

  @Test
  void aSignatureIsTriedOnceWithEachKeyHoweverOftenItsSlotIsNamed() {
    Transaction earlier = earlier(List.of(ann), 2, List.of(ben, cem));
    Reference reference =
        new Reference(group, earlier.transactionId(), 0, Collections.nCopies(1000, 0));
    Transaction transaction = make.builder().add(reference).add(reference).build();
    Transaction keyless = withSlots(transaction, signedWithoutKey(transaction, keys(dan)));
    Transaction withKey = withSlots(transaction, signed(transaction, keys(dan)));
    CountingEngine engine = new CountingEngine();
    List<UserId> asked = new ArrayList<>();
    UserKeys all = known(ann, ben, cem);
    UserKeys counted =
        user -> {
          asked.add(user);
          return all.keysOf(user);
        };

    new ApprovalCheck(engine).check(keyless, id -> earlier, counted);
    assertThat(engine.verifications).isEqualTo(3);
    assertThat(asked).containsExactlyInAnyOrder(ann, ben, cem);
    new ApprovalCheck(engine).check(withKey, id -> earlier, all);
    assertThat(engine.verifications).isEqualTo(4);
  }

  @Test
  void manySlotsOfManyApproversCostLittle() {
    int many = 20_000;
    List<UserId> users = Stream.generate(make::user).limit(many).toList();
    Transaction earlier = earlier(users, many, users);
    List<Integer> slots = new ArrayList<>(Collections.nCopies(many, 1));
    slots.addAll(Collections.nCopies(many, 0));
    TransactionBuilder builder = make.builder();
    for (int i = 0; i < 60; i++) {
      builder.add(new Reference(group, earlier.transactionId(), 0, slots));
    }
    Transaction transaction = builder.build();
    Transaction signed =
        withSlots(transaction, signed(transaction, keys(ann)), signed(transaction, keys(ben)));

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(check.check(signed, id -> earlier, UserKeys.UNKNOWN))
                .hasSize(60)
                .noneMatch(ReferenceApproval::isApproved));
  }
}
