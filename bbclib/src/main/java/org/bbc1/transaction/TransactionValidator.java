package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.HashMap;
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

  /** What an empty slot, or a signature without public key, does to the verdict. */
  public enum Mode {
    /** It is skipped: somebody may still sign, or holds the key elsewhere. */
    CURRENT,
    /** It makes the transaction invalid, as in the legacy library. */
    LEGACY
  }

  private final SignatureEngine engine;
  private final Mode mode;

  /** A validator of the current rules that verifies by the given engine. */
  public TransactionValidator(SignatureEngine engine) {
    this(engine, Mode.CURRENT);
  }

  /** A validator that verifies by the given engine. */
  public TransactionValidator(SignatureEngine engine, Mode mode) {
    this.engine = engine;
    this.mode = mode;
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
    if (assetFiles.isEmpty()) {
      return new ValidationResult(true, List.of(), List.of());
    }
    FileCheck files = new FileCheck(assetFiles);
    for (Event event : transaction.events()) {
      files.check(event.assetGroupId(), event.asset());
    }
    for (Relation relation : transaction.relations()) {
      files.check(relation.assetGroupId(), relation.asset());
    }
    return new ValidationResult(true, files.valid, files.invalid);
  }

  private boolean signaturesVerify(Transaction transaction) {
    byte[] digest = transaction.digest();
    for (Signature signature : transaction.signatures()) {
      boolean accepted =
          signature.hasPublicKey() ? signature.verify(engine, digest) : mode == Mode.CURRENT;
      if (!accepted) {
        return false;
      }
    }
    return true;
  }

  /**
   * Hashes each file once, however many assets bear its id: ids are not checked, so a small
   * transaction may name one large file thousands of times.
   */
  private static final class FileCheck {

    private final Map<AssetId, byte[]> files;
    private final Map<AssetId, byte[]> digests = new HashMap<>();
    private final List<AssetRef> valid = new ArrayList<>();
    private final List<AssetRef> invalid = new ArrayList<>();

    FileCheck(Map<AssetId, byte[]> files) {
      this.files = files;
    }

    void check(AssetGroupId group, @Nullable Asset asset) {
      byte[] content = asset == null ? null : files.get(asset.assetId());
      if (asset != null && content != null) {
        byte[] digest = digests.computeIfAbsent(asset.assetId(), id -> Sha256.of(content));
        (asset.matchesFileDigest(digest) ? valid : invalid)
            .add(new AssetRef(group, asset.assetId()));
      }
    }
  }
}
