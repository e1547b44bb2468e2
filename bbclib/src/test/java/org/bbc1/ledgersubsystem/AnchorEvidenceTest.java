package org.bbc1.ledgersubsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.message.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorEvidenceTest {

  private static final DomainId DOMAIN = DomainId.fromHex("d0".repeat(32));
  private static final List<byte[]> DIGESTS = digests(5);
  private static final MerkleTree TREE = MerkleTree.of(DIGESTS);

  private final KeyPair key = KeyPair.generate(Curve.P256);

  private static List<byte[]> digests(int count) {
    List<byte[]> digests = new ArrayList<>();
    for (byte i = 0; i < count; i++) {
      digests.add(Hashes.of(new byte[] {i}));
    }
    return digests;
  }

  private static TreeHead head(long size) {
    return new TreeHead(DOMAIN, 1, size, TREE.root(), 1_764_000_000_000L, new byte[0]);
  }

  private static Value text(String text) {
    return Value.Bytes.ofText(text);
  }

  private static Value.MapValue map(Object... entries) {
    Map<Value, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(text((String) entries[i]), (Value) entries[i + 1]);
    }
    return new Value.MapValue(map);
  }

  private static Value subtree(MerklePath path) {
    return new Value.ListValue(
        path.steps().stream()
            .<Value>map(
                step ->
                    map(
                        "position", text(step.siblingIsLeft() ? "left" : "right"),
                        "digest", text(HexFormat.of().formatHex(step.sibling()))))
            .toList());
  }

  private static Value.MapValue answer(MerklePath path, String note) {
    Value receipt = map("anchor", text("signed_tree_head"), "receipt", text(note));
    return map(
        "result", new Value.Bool(true),
        "subtree", subtree(path),
        "receipts", new Value.ListValue(List.of(receipt)));
  }

  private AnchorEvidence evidence(int index, TreeHead head) {
    String note = SignedTreeHead.sign(head, key).note();
    return AnchorEvidence.read(answer(TREE.path(index), note)).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void everyDigestOfATreeIsProvedByItsAnswerAndThePublicKey(Curve curve) {
    KeyPair nodeKey = KeyPair.generate(curve);
    String note = SignedTreeHead.sign(head(5), nodeKey).note();
    for (int i = 0; i < 5; i++) {
      AnchorEvidence evidence = AnchorEvidence.read(answer(TREE.path(i), note)).orElseThrow();

      assertThat(evidence.check(DOMAIN, DIGESTS.get(i), nodeKey.publicPart())).isEmpty();
    }
  }

  @Test
  void otherDigestIsNotProved() {
    assertThat(evidence(2, head(5)).check(DOMAIN, DIGESTS.get(3), key.publicPart()))
        .contains(AnchorEvidence.Flaw.OTHER_ROOT);
  }

  @Test
  void otherDomainOrKeyIsNotProved() {
    AnchorEvidence evidence = evidence(2, head(5));

    assertThat(evidence.check(DomainId.fromHex("d1".repeat(32)), DIGESTS.get(2), key.publicPart()))
        .contains(AnchorEvidence.Flaw.OTHER_DOMAIN);
    assertThat(evidence.check(DOMAIN, DIGESTS.get(2), KeyPair.generate(Curve.P256).publicPart()))
        .contains(AnchorEvidence.Flaw.BAD_SIGNATURE);
  }

  @Test
  void innerNodeDoesNotPassForADigest() {
    MerklePath path = TREE.path(0);
    MerklePath above = new MerklePath(path.steps().subList(1, path.steps().size()));
    String note = SignedTreeHead.sign(head(5), key).note();
    AnchorEvidence evidence = AnchorEvidence.read(answer(above, note)).orElseThrow();

    assertThat(evidence.check(DOMAIN, TREE.pairs().get(0).digest(), key.publicPart()))
        .contains(AnchorEvidence.Flaw.WRONG_LENGTH);
  }

  @Test
  void partsOfDigestsDoNotPassForDigestsByMovingTheRestIntoTheSibling() {
    byte[] pair = new byte[64];
    System.arraycopy(DIGESTS.get(0), 0, pair, 0, 32);
    System.arraycopy(DIGESTS.get(1), 0, pair, 32, 32);
    String note = SignedTreeHead.sign(head(5), key).note();
    for (int cut : new int[] {1, 31, 33, 63, 64}) {
      byte[] forged = Arrays.copyOf(pair, cut);
      List<MerklePath.Step> steps = new ArrayList<>(TREE.path(0).steps());
      steps.set(0, new MerklePath.Step(false, Arrays.copyOfRange(pair, cut, 64)));
      MerklePath path = new MerklePath(steps);

      assertThat(path.rootOf(forged)).as("the hash alone is met").isEqualTo(TREE.root());
      AnchorEvidence evidence = AnchorEvidence.read(answer(path, note)).orElseThrow();
      assertThat(evidence.check(DOMAIN, forged, key.publicPart()))
          .as("cut at " + cut)
          .contains(AnchorEvidence.Flaw.WRONG_LENGTH);
    }
  }

  @Test
  void changedSizeBreaksTheSignature() {
    String note = SignedTreeHead.sign(head(5), key).note().replace("\n5\n", "\n6\n");
    AnchorEvidence evidence = AnchorEvidence.read(answer(TREE.path(0), note)).orElseThrow();

    assertThat(evidence.check(DOMAIN, DIGESTS.get(0), key.publicPart()))
        .contains(AnchorEvidence.Flaw.BAD_SIGNATURE);
  }

  @Test
  void answerOfTheReferenceHasNoTreeHead() {
    Value.MapValue answer =
        map(
            "result", new Value.Bool(true),
            "spec", map("subsystem", text("ethereum")),
            "subtree", subtree(TREE.path(0)));

    assertThat(
            AnchorEvidence.read(answer)
                .orElseThrow()
                .check(DOMAIN, DIGESTS.get(0), key.publicPart()))
        .contains(AnchorEvidence.Flaw.NO_TREE_HEAD);
  }

  @Test
  void notAnchoredAndSwitchedOffAreNoEvidence() {
    assertThat(AnchorEvidence.read(map("result", new Value.Bool(false)))).isEmpty();
    assertThat(AnchorEvidence.read(map())).isEmpty();
  }

  @Test
  void malformedAnswersAreRefused() {
    String note = SignedTreeHead.sign(head(5), key).note();
    Value yes = new Value.Bool(true);
    Value badSide = new Value.ListValue(List.of(map("position", text("up"), "digest", text("00"))));
    Value badHex = new Value.ListValue(List.of(map("position", text("left"), "digest", text("x"))));
    MerklePath.Step step = new MerklePath.Step(true, new byte[32]);

    for (Value.MapValue answer :
        List.of(
            map("result", yes),
            map("result", yes, "subtree", text("none")),
            map("result", yes, "subtree", badSide),
            map("result", yes, "subtree", badHex),
            answer(new MerklePath(java.util.Collections.nCopies(65, step)), note),
            answer(TREE.path(0), note + "x"),
            answer(TREE.path(0), note.replace("tree 1", "tree 01")),
            answer(TREE.path(0), note.replace("previous -", "previous " + "0".repeat(64))))) {
      assertThatThrownBy(() -> AnchorEvidence.read(answer))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void noteReadsBackAsItself() {
    SignedTreeHead signed = SignedTreeHead.sign(head(5), key);

    assertThat(SignedTreeHead.parse(signed.note())).isEqualTo(signed);
    assertThat(signed.note())
        .startsWith("bbc1/" + "d0".repeat(32) + "\n5\n")
        .contains("\ntree 1\ntime 1764000000000\nprevious -\n\n\u2014 bbc1/" + "d0".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\u2014 ", "bbc1/\n1\n\n\u2014 a b\n", "x\n\u2014 x AAAA\n"})
  void whatIsNoSignedNoteIsRefused(String note) {
    assertThatThrownBy(() -> SignedTreeHead.parse(note))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signatureThatIsNoDerIsNotTheKeys() {
    SignedTreeHead signed = SignedTreeHead.sign(head(5), key);
    SignedTreeHead damaged = new SignedTreeHead(signed.head(), signed.keyHash(), new byte[70]);

    assertThat(signed.isSignedBy(key.publicPart())).isTrue();
    assertThat(damaged.isSignedBy(key.publicPart())).isFalse();
  }

  @Test
  void headsFormAChainThatNoTreeCanBeTakenOutOf() {
    TreeHead first = head(5);
    TreeHead second = new TreeHead(DOMAIN, 2, 3, new byte[32], 1_764_000_000_001L, first.digest());
    TreeHead third = new TreeHead(DOMAIN, 3, 3, new byte[32], 1_764_000_000_002L, second.digest());

    assertThat(second.follows(first)).isTrue();
    assertThat(third.follows(second)).isTrue();
    assertThat(third.follows(first)).isFalse();
    assertThat(second.follows(head(6))).isFalse();
  }
}
