package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.codec.Dialect;
import org.bbc1.transaction.codec.RawTexts;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether asset ids are what the contents demand. Validation does not ask this, as no
 * implementation does; a caller may. Source: transaction-format section 6.3.
 */
public final class AssetIdCheck {

  /** What was found for one asset. */
  public enum Outcome {
    /** The id is the one of the contents, by a rule of the format's writers. */
    OK,
    /** The id is another one. */
    MISMATCH,
    /**
     * The id fits none of the readings that were tried, but the writer may have had another one: in
     * a map body of a raw MessagePack document text and bytes look alike.
     */
    UNDECIDABLE
  }

  /**
   * The finding for one asset.
   *
   * @param path its place, such as {@code events[0].asset}
   */
  public record Finding(String path, AssetId assetId, Outcome outcome) {}

  private AssetIdCheck() {}

  /**
   * One finding per asset of an event or relation, in order. Raw and listed ids have nothing to be
   * checked against.
   */
  public static List<Finding> check(Transaction transaction) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < transaction.events().size(); i++) {
      add(findings, "events[" + i + "].asset", transaction.events().get(i).asset(), transaction);
    }
    for (int i = 0; i < transaction.relations().size(); i++) {
      add(
          findings,
          "relations[" + i + "].asset",
          transaction.relations().get(i).asset(),
          transaction);
    }
    return List.copyOf(findings);
  }

  private static void add(
      List<Finding> findings, String path, @Nullable Asset asset, Transaction transaction) {
    if (asset != null) {
      Outcome outcome =
          transaction.wireFormat().isPacked()
              ? checkPacked(asset)
              : checkDocument(asset, transaction.dialect());
      findings.add(new Finding(path, asset.assetId(), outcome));
    }
  }

  private static Outcome checkPacked(Asset asset) {
    return AssetIdRule.PACKED.holdsFor(asset) || AssetIdRule.PACKED_OLD.holdsFor(asset)
        ? Outcome.OK
        : Outcome.MISMATCH;
  }

  private static Outcome checkDocument(Asset asset, @Nullable Dialect dialect) {
    if (AssetIdRule.DOCUMENT.holdsFor(asset)) {
      return Outcome.OK;
    }
    boolean undecidable =
        dialect == Dialect.RAW
            && asset.body().isMap()
            && RawTexts.isAmbiguous(asset.body().toMap());
    return undecidable ? Outcome.UNDECIDABLE : Outcome.MISMATCH;
  }
}
