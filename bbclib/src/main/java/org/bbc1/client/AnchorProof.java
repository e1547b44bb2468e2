package org.bbc1.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger subsystem of a node says of a transaction. Source: client-protocol section 11.9,
 * ledger-subsystem section 1.
 *
 * @param anchored whether the root of its Merkle tree is anchored
 * @param state {@code pending}, {@code anchored}, {@code failed} or {@code unknown}; empty if the
 *     node does not tell, as those of the reference
 * @param spec where it is anchored, as texts by name; empty if it is not
 * @param path from the transaction to the root; empty if it is not anchored
 * @param answer the whole answer, with what a node adds to that of the reference
 */
public record AnchorProof(
    boolean anchored,
    String state,
    Map<String, String> spec,
    List<Step> path,
    Value.MapValue answer) {

  /**
   * One step on the way to the root.
   *
   * @param siblingIsLeft on which side the sibling stands
   * @param sibling its digest; 32 bytes
   */
  public record Step(boolean siblingIsLeft, byte[] sibling) {}

  static AnchorProof read(Message message) {
    if (!(Answers.successful(message).get(KeyType.MERKLE_TREE) instanceof Value.MapValue answer)) {
      throw new IllegalArgumentException("no answer of a ledger subsystem");
    }
    Map<String, Value> fields = byName(answer);
    Value anchored = fields.get("result");
    return new AnchorProof(
        anchored instanceof Value.Bool result && result.value(),
        text(fields.get("state")),
        spec(fields.get("spec")),
        path(fields.get("subtree")),
        answer);
  }

  private static Map<String, String> spec(@Nullable Value value) {
    Map<String, String> spec = new LinkedHashMap<>();
    byName(value).forEach((name, entry) -> spec.put(name, text(entry)));
    return Collections.unmodifiableMap(spec);
  }

  private static List<Step> path(@Nullable Value value) {
    List<Step> path = new ArrayList<>();
    if (value instanceof Value.ListValue list) {
      for (Value item : list.items()) {
        Map<String, Value> step = byName(item);
        boolean left = text(step.get("position")).equals("left");
        path.add(new Step(left, HexFormat.of().parseHex(text(step.get("digest")))));
      }
    }
    return Collections.unmodifiableList(path);
  }

  private static Map<String, Value> byName(@Nullable Value value) {
    Map<String, Value> fields = new LinkedHashMap<>();
    if (value instanceof Value.MapValue map) {
      map.entries().forEach((name, entry) -> fields.put(text(name), entry));
    }
    return fields;
  }

  private static String text(@Nullable Value value) {
    return value == null ? "" : Answers.text(value);
  }
}
