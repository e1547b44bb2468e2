package org.bbc1.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.ReferenceSlots;
import org.bbc1.transaction.Transaction;

/**
 * Whose signatures on a transaction are wanted, and what they may want to see before they sign.
 * Source: client-protocol section 13.4.
 *
 * @param transaction what is to be signed
 * @param signers users to ask, each once
 * @param referred transactions it refers to, by id
 * @param assetFiles contents of its asset files
 * @param anycast whether the signers are anycast addresses, of whose members one is asked
 */
public record SignatureQuery(
    Transaction transaction,
    List<UserId> signers,
    Map<TransactionId, Transaction> referred,
    Map<AssetId, byte[]> assetFiles,
    boolean anycast) {

  /**
   * Leaves out repeated signers.
   *
   * @throws IllegalArgumentException if there is no signer
   */
  public SignatureQuery {
    signers = signers.stream().distinct().toList();
    if (signers.isEmpty()) {
      throw new IllegalArgumentException("nobody to ask for a signature");
    }
    referred = Collections.unmodifiableMap(new LinkedHashMap<>(referred));
    assetFiles = Collections.unmodifiableMap(new LinkedHashMap<>(assetFiles));
  }

  /** The transaction alone, for these signers. */
  public static SignatureQuery of(Transaction transaction, List<UserId> signers) {
    return new SignatureQuery(transaction, signers, Map.of(), Map.of(), false);
  }

  /** For all approvers of a reference, who also get the transaction it refers to. */
  public static SignatureQuery of(Transaction transaction, ReferenceSlots reference) {
    Transaction referred = reference.referredTransaction();
    return new SignatureQuery(
        transaction,
        reference.destinations(),
        Map.of(referred.transactionId(), referred),
        Map.of(),
        false);
  }

  /** The same with contents of asset files. */
  public SignatureQuery withAssetFiles(Map<AssetId, byte[]> files) {
    return new SignatureQuery(transaction, signers, referred, files, anycast);
  }

  /** The same with these transactions for the signers to look at, by id. */
  public SignatureQuery withReferred(Map<TransactionId, Transaction> transactions) {
    return new SignatureQuery(transaction, signers, transactions, assetFiles, anycast);
  }

  /** The same to anycast addresses. */
  public SignatureQuery toAnycast() {
    return new SignatureQuery(transaction, signers, referred, assetFiles, true);
  }
}
