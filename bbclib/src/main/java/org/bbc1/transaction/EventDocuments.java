package org.bbc1.transaction;

import java.util.List;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.PackedFormatException;

/** Events as documents. Source: transaction-format section 5.2. */
final class EventDocuments {

  private static final String DENOMINATOR = "option_approver_num_denominator";

  private EventDocuments() {}

  static Document document(Event event) {
    return new DocumentBuilder()
        .id("asset_group_id", event.assetGroupId())
        .numbers("reference_indices", event.referenceIndices())
        .ids("mandatory_approvers", event.mandatoryApprovers())
        .number("option_approver_num_numerator", event.optionNumerator())
        .number(DENOMINATOR, event.optionDenominator())
        .ids("option_approvers", event.optionApprovers())
        .part("asset", event.asset(), AssetDocuments::document)
        .build();
  }

  static Event read(DocumentFields in) {
    AssetGroupId group = in.id("asset_group_id", AssetGroupId::of);
    List<Integer> indices = in.u2s("reference_indices");
    List<UserId> mandatory = in.ids("mandatory_approvers", UserId::of);
    int numerator = in.u2("option_approver_num_numerator");
    int denominator = in.u2(DENOMINATOR);
    List<UserId> option = in.ids("option_approvers", UserId::of);
    if (option.size() != denominator) {
      throw new PackedFormatException(
          option.size() + " option approvers, " + denominator + " announced");
    }
    return new Event(
        group,
        indices,
        mandatory,
        numerator,
        option,
        in.optionalPart("asset", AssetDocuments::read));
  }
}
