package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedFormatException;

/**
 * The witness as a document, in which users and slots are two parallel lists. Source:
 * transaction-format section 5.2.
 */
final class WitnessDocuments {

  private WitnessDocuments() {}

  static Document document(Witness witness) {
    return new DocumentBuilder()
        .ids("user_ids", witness.entries().stream().map(Witness.Entry::userId).toList())
        .numbers(
            "sig_indices", witness.entries().stream().map(Witness.Entry::signatureSlot).toList())
        .build();
  }

  static Witness read(DocumentFields in) {
    List<UserId> users = in.ids("user_ids", UserId::of);
    List<Integer> slots = in.u2s("sig_indices");
    if (users.size() != slots.size()) {
      throw new PackedFormatException(users.size() + " witnesses, " + slots.size() + " slots");
    }
    List<Witness.Entry> entries = new ArrayList<>(users.size());
    for (int i = 0; i < users.size(); i++) {
      entries.add(new Witness.Entry(users.get(i), slots.get(i)));
    }
    return new Witness(entries);
  }
}
