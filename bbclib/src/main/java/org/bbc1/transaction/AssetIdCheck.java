package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bbc1.id.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether asset ids are what the contents demand. Validation does not ask this, as no
 * implementation does; a caller may. Source: transaction-format section 6.3.
 */
public final class AssetIdCheck {

  /** What was found for one asset. */
  public enum Outcome {
    /** The id is the one of the contents, by the rule of current or of old writers. */
    OK,
    /** The id is another one. */
    MISMATCH,
    /** The contents cannot be hashed as their writer did. Does not occur in the current format. */
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
      add(findings, "events[" + i + "].asset", transaction.events().get(i).asset());
    }
    for (int i = 0; i < transaction.relations().size(); i++) {
      add(findings, "relations[" + i + "].asset", transaction.relations().get(i).asset());
    }
    return List.copyOf(findings);
  }

  private static void add(List<Finding> findings, String path, @Nullable Asset asset) {
    if (asset != null) {
      findings.add(new Finding(path, asset.assetId(), check(asset)));
    }
  }

  private static Outcome check(Asset asset) {
    boolean matches =
        isIdOf(asset, asset.digestPreimage()) || isIdOf(asset, asset.oldDigestPreimage());
    return matches ? Outcome.OK : Outcome.MISMATCH;
  }

  private static boolean isIdOf(Asset asset, byte[] preimage) {
    return asset.assetId().hasBytes(Arrays.copyOf(Sha256.of(preimage), asset.assetId().length()));
  }
}
