package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * Checks the signatures of a transaction and, if given, its asset files. Thread-safe.
 *
 * <p>Not checked, as in every implementation: that there is any signature, that slot numbers exist,
 * that a key belongs to a user, that the approvers have signed, that asset ids are right, that
 * earlier transactions exist. Source: transaction-format section 9.1.
 */
public final class TransactionValidator {

  private final SignatureEngine engine;

  /** A validator that verifies by the given engine. */
  public TransactionValidator(SignatureEngine engine) {
    this.engine = engine;
  }

  /** Checks the signatures only. */
  public ValidationResult validate(Transaction transaction) {
    return validate(transaction, Map.of());
  }

  /**
   * Checks the signatures and the files.
   *
   * @param assetFiles contents by asset id; files of unknown assets are ignored, assets without a
   *     file are not reported
   */
  public ValidationResult validate(Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    if (!signaturesVerify(transaction)) {
      return ValidationResult.INVALID;
    }
    List<AssetRef> valid = new ArrayList<>();
    List<AssetRef> invalid = new ArrayList<>();
    if (!assetFiles.isEmpty()) {
      for (Event event : transaction.events()) {
        checkFile(event.assetGroupId(), event.asset(), assetFiles, valid, invalid);
      }
      for (Relation relation : transaction.relations()) {
        checkFile(relation.assetGroupId(), relation.asset(), assetFiles, valid, invalid);
      }
    }
    return new ValidationResult(true, valid, invalid);
  }

  /**
   * Empty slots and signatures without a key are skipped: somebody may still sign, or holds the key
   * elsewhere.
   */
  private boolean signaturesVerify(Transaction transaction) {
    byte[] digest = transaction.digest();
    for (Signature signature : transaction.signatures()) {
      if (signature.hasPublicKey() && !signature.verify(engine, digest)) {
        return false;
      }
    }
    return true;
  }

  private static void checkFile(
      AssetGroupId group,
      @Nullable Asset asset,
      Map<AssetId, byte[]> files,
      List<AssetRef> valid,
      List<AssetRef> invalid) {
    byte[] content = asset == null ? null : files.get(asset.assetId());
    if (asset != null && content != null) {
      (asset.matchesFile(content) ? valid : invalid).add(new AssetRef(group, asset.assetId()));
    }
  }
}
