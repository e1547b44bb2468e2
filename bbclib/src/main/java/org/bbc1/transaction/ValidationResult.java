package org.bbc1.transaction;

import java.util.List;

/**
 * What validation found. Source: transaction-format section 9.1.
 *
 * @param valid whether every signature verifies; files that do not match leave this true
 * @param validAssets assets whose supplied file matches
 * @param invalidAssets assets whose supplied file does not match, or that have no file
 */
public record ValidationResult(
    boolean valid, List<AssetRef> validAssets, List<AssetRef> invalidAssets) {

  static final ValidationResult INVALID = new ValidationResult(false, List.of(), List.of());

  /** Private copies of the lists. */
  public ValidationResult {
    validAssets = List.copyOf(validAssets);
    invalidAssets = List.copyOf(invalidAssets);
  }
}
