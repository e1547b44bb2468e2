package org.bbc1.node.command;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.ledgersubsystem.MerklePath;
import org.bbc1.message.Value;
import org.bbc1.node.ledgersubsystem.AnchorSpec;
import org.bbc1.node.ledgersubsystem.Evidence;

/**
 * The field {@code merkle_tree}: {@code result}, {@code spec} and {@code subtree} as in the
 * reference, then {@code state} and {@code receipts}, which its clients do not look at
 * (ledger-subsystem 1 and 3). Names and texts are byte strings, as everywhere.
 */
final class EvidenceAnswer {

  private EvidenceAnswer() {}

  static Value of(Evidence evidence) {
    Map<Value, Value> answer = new LinkedHashMap<>();
    Evidence.Proof proof = evidence.proof();
    put(answer, "result", new Value.Bool(proof != null));
    if (proof != null) {
      put(answer, "spec", spec(proof.spec()));
      put(answer, "subtree", subtree(proof.path()));
    }
    put(answer, "state", text(evidence.state().wireName()));
    if (proof != null) {
      put(answer, "receipts", receipts(proof));
    }
    return new Value.MapValue(answer);
  }

  private static Value spec(AnchorSpec spec) {
    Map<Value, Value> fields = new LinkedHashMap<>();
    put(fields, "subsystem", text(spec.subsystem()));
    put(fields, "network", text(spec.network()));
    put(fields, "contract", text(spec.contract()));
    put(fields, "contract_address", text(spec.contractAddress()));
    put(fields, "block", new Value.Int(spec.block()));
    return new Value.MapValue(fields);
  }

  private static Value subtree(MerklePath path) {
    return new Value.ListValue(path.steps().stream().map(EvidenceAnswer::step).toList());
  }

  private static Value step(MerklePath.Step step) {
    Map<Value, Value> fields = new LinkedHashMap<>();
    put(fields, "position", text(step.siblingIsLeft() ? "left" : "right"));
    put(fields, "digest", text(HexFormat.of().formatHex(step.sibling())));
    return new Value.MapValue(fields);
  }

  private static Value receipts(Evidence.Proof proof) {
    Map<Value, Value> fields = new LinkedHashMap<>();
    put(fields, "anchor", text(proof.spec().subsystem()));
    put(fields, "receipt", text(proof.receipt()));
    return new Value.ListValue(List.of(new Value.MapValue(fields)));
  }

  private static void put(Map<Value, Value> map, String name, Value value) {
    map.put(text(name), value);
  }

  private static Value text(String text) {
    return Value.Bytes.ofText(text);
  }
}
