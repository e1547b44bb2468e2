package org.bbc1.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.AssetBody;
import org.bbc1.transaction.Pointer;
import org.bbc1.transaction.Relation;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.bbc1.transaction.codec.DocumentValue;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.jspecify.annotations.Nullable;

/**
 * A file as a transaction records it: the asset holds size and digest of the content, and its body
 * is a map with the name.
 *
 * @param name base name of the file
 * @param owner name that the owner gave himself
 * @param asset what is recorded
 * @param transaction the transaction that records it
 */
record RecordedFile(String name, String owner, Asset asset, Transaction transaction) {

  private static final int SHA256_BYTES = 32;

  private static final String NAME_KEY = "file_name";
  private static final String OWNER_KEY = "owner";

  /** Below this, a timestamp is in seconds, as old writers had it. */
  private static final long LEAST_MILLISECONDS = 100_000_000_000L;

  /** From this on, it is in microseconds, as writers in Go have it. */
  private static final long LEAST_MICROSECONDS = 100_000_000_000_000L;

  /** The body of the asset. */
  static AssetBody body(String name, String owner) {
    return AssetBody.of(
        new Document(
            List.of(
                Map.entry(new DocumentValue.Text(NAME_KEY), new DocumentValue.Text(name)),
                Map.entry(new DocumentValue.Text(OWNER_KEY), new DocumentValue.Text(owner)))));
  }

  /** The file that the transaction records in the group, if it records one. */
  static Optional<RecordedFile> of(Transaction transaction, AssetGroupId group) {
    for (Relation relation : transaction.relations()) {
      Asset asset = relation.asset();
      if (relation.assetGroupId().equals(group)
          && asset != null
          && asset.fileSize() > 0
          && asset.body().isMap()) {
        Document body = asset.body().toMap();
        String name = text(body, NAME_KEY);
        if (name != null) {
          String owner = text(body, OWNER_KEY);
          return Optional.of(
              new RecordedFile(name, owner == null ? "" : owner, asset, transaction));
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable String text(Document body, String key) {
    for (Map.Entry<DocumentValue, DocumentValue> entry : body.entries()) {
      if (entry.getKey().equals(new DocumentValue.Text(key))
          && entry.getValue() instanceof DocumentValue.Text text) {
        return text.value();
      }
    }
    return null;
  }

  /**
   * Whether this is the content that was recorded. A digest cut short, as old libraries wrote it,
   * is easily met by another content and proves nothing.
   */
  boolean isContent(byte[] content) {
    byte[] digest = asset.fileDigest();
    return digest != null && digest.length == SHA256_BYTES && asset.matchesFile(content);
  }

  /** A pointer to the record. */
  Pointer asPointer() {
    return new Pointer(transaction.transactionId(), asset.assetId());
  }

  /** When it was recorded, by the clock of the one who did. */
  Instant time() {
    long timestamp = transaction.timestamp();
    if (timestamp < LEAST_MILLISECONDS) {
      return Instant.ofEpochSecond(timestamp);
    }
    return Instant.ofEpochMilli(timestamp < LEAST_MICROSECONDS ? timestamp : timestamp / 1000);
  }

  /**
   * The signature of the owner, if there is one that verifies with the key it carries, and no other
   * signature of the transaction fails. Whose key that is, the ledger does not say.
   */
  Optional<Signature> ownersSignature() {
    return new TransactionValidator(SignatureEngines.fastest()).validate(transaction).valid()
        ? HandOver.signatureOf(transaction, asset.userId())
        : Optional.empty();
  }
}
