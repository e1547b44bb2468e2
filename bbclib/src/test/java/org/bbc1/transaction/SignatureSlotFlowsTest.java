package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.transaction.VectorInputs.numbers;
import static org.bbc1.transaction.VectorInputs.texts;
import static org.bbc1.transaction.Vectors.has;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bbc1.crypto.Curve;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.Ids;
import org.bbc1.id.UserId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reservation and filling of signature slots, step by step. */
class SignatureSlotFlowsTest {

  private static final AssetGroupId GROUP = AssetGroupId.of(Ids.ofText("group"));

  static Stream<Named<JsonObject>> flows() {
    return Vectors.array(Vectors.file("utility.json"), "flows")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(flow -> Named.of(flow.getString("id"), flow));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void slotsAreReservedAndFilledInOrder(JsonObject flow) {
    Replay replay = new Replay(flow);
    for (JsonObject step : flow.getJsonArray("steps").getValuesAs(JsonObject.class)) {
      replay.step(step);
    }
    replay.assertFinal(flow.getJsonObject("final"));
  }

  @Test
  void aReferenceToAnEventThatDoesNotExistAddsNothing() {
    Replay replay =
        new Replay(Vectors.array(Vectors.file("utility.json"), "flows").getJsonObject(0));
    for (int event : new int[] {-1, 3, Integer.MAX_VALUE}) {
      replay.step(
          Json.createObjectBuilder()
              .add("op", "add_reference")
              .add("event_index_in_ref", event)
              .addNull("sig_indices")
              .build());
    }
    assertThat(replay.builder.slots()).isEmpty();
    assertThat(replay.builder.build().references()).isEmpty();
  }

  private static final class Replay {

    private final List<UserId> users;
    private final Transaction referred;
    private final TransactionBuilder builder = TransactionUtils.makeTransaction(0, 1, false);
    private final List<ReferenceSlots> references = new ArrayList<>();

    Replay(JsonObject flow) {
      users = texts(flow, "users").stream().map(UserId::fromHex).toList();
      builder.relation(0).assetGroup(GROUP);
      TransactionBuilder first = Transaction.builder();
      for (JsonObject json : Vectors.array(flow, "referred_events").getValuesAs(JsonObject.class)) {
        EventBuilder event =
            first.addEvent().assetGroup(GROUP).asset(Asset.builder(users.get(0)).build());
        numbers(json, "mandatory").forEach(user -> event.mandatoryApprover(users.get(user)));
        numbers(json, "option").forEach(user -> event.optionApprover(users.get(user)));
        event.optionParameter(json.getInt("num"), numbers(json, "option").size());
      }
      referred = first.build();
    }

    void step(JsonObject step) {
      switch (step.getString("op")) {
        case "add_reference" -> addReference(step);
        case "add_witness" -> {
          builder.witness(user(step));
          assertThat(witnessSlots()).isEqualTo(numbers(step, "witness_sig_indices"));
        }
        case "get_sig_index" ->
            assertThat(builder.slotOf(user(step))).isEqualTo(step.getInt("result"));
        case "add_signature_object" ->
            assertThat(builder.addSignature(user(step), marked(step)))
                .isEqualTo(step.getBoolean("result"));
        case "reference.add_signature" ->
            assertThat(
                    references.get(step.getInt("reference")).addSignature(user(step), marked(step)))
                .isEqualTo(step.getBoolean("result"));
        default -> throw new IllegalArgumentException(step.toString());
      }
      if (has(step, "slots")) {
        assertThat(marks(builder.slots())).isEqualTo(expectedMarks(step));
      }
    }

    private void addReference(JsonObject step) {
      Optional<ReferenceSlots> added =
          TransactionUtils.addReferenceToTransaction(
              builder, GROUP, referred, step.getInt("event_index_in_ref"));
      assertThat(added.isPresent()).isEqualTo(has(step, "sig_indices"));
      added.ifPresent(
          reference -> {
            references.add(reference);
            assertThat(reference.reference().signatureSlots())
                .isEqualTo(numbers(step, "sig_indices"));
            assertThat(reference.destinations())
                .extracting(UserId::toHex)
                .isEqualTo(texts(step, "destinations"));
          });
    }

    void assertFinal(JsonObject expected) {
      assertThat(builder.slots()).hasSize(expected.getInt("slot_count"));
      assertThat(builder.build().references())
          .extracting(Reference::signatureSlots)
          .isEqualTo(
              Vectors.array(expected, "reference_sig_indices").stream()
                  .map(
                      slots ->
                          slots.asJsonArray().stream()
                              .map(n -> Integer.valueOf(n.toString()))
                              .toList())
                  .toList());
      if (has(expected, "witness_sig_indices")) {
        assertThat(witnessSlots()).isEqualTo(numbers(expected, "witness_sig_indices"));
      } else {
        assertThat(builder.currentWitness()).isNull();
      }
    }

    private List<Integer> witnessSlots() {
      return builder.currentWitness().entries().stream().map(Witness.Entry::signatureSlot).toList();
    }

    private UserId user(JsonObject step) {
      return users.get(step.getInt("user"));
    }
  }

  private static Signature marked(JsonObject step) {
    byte[] bytes = new byte[Signature.SIGNATURE_SIZE];
    bytes[0] = (byte) step.getInt("mark");
    return Signature.of(Curve.P256, null, bytes);
  }

  private static List<Integer> marks(List<Signature> slots) {
    return slots.stream().map(slot -> slot.isEmpty() ? -1 : slot.signature()[0] & 0xff).toList();
  }

  private static List<Integer> expectedMarks(JsonObject step) {
    return step.getJsonArray("slots").stream()
        .map(mark -> mark == JsonValue.NULL ? -1 : Integer.valueOf(mark.toString()))
        .toList();
  }
}
