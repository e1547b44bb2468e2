package org.bbc1.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bbc1.client.BbcClient;
import org.bbc1.client.SearchCondition;
import org.bbc1.client.SearchResult;
import org.bbc1.client.TraversalRequest;
import org.bbc1.client.TraversalRequest.Course;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Pointer;
import org.bbc1.transaction.RelationBuilder;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Files in one asset group of a ledger. They are found again by owner and name through the ledger
 * alone. The node is not trusted: what it returns is read, and compared with what was asked, here.
 */
final class FileLedger {

  /** The start of a traversal and what points to it. */
  private static final int LEVELS = 2;

  private final BbcClient client;
  private final AssetGroupId group;

  FileLedger(BbcClient client, AssetGroupId group) {
    this.client = client;
    this.group = group;
  }

  /**
   * A content as the node returned it, or null if it did not return one that it holds to be right.
   */
  record Fetched(RecordedFile file, byte @Nullable [] content) {}

  /**
   * A listing: the files, newest first, and how many transactions of the owner could not be shown.
   */
  record Listing(List<RecordedFile> files, long compromised) {}

  /**
   * Makes the signed transaction that records the file, a pointer to the former version in it if
   * there is one.
   */
  Transaction prepare(
      UserId owner,
      String ownerName,
      KeyPair keys,
      String name,
      byte[] content,
      @Nullable RecordedFile former) {
    TransactionBuilder builder = Transaction.builder();
    RelationBuilder relation =
        builder
            .addRelation()
            .assetGroup(group)
            .asset(
                Asset.builder(owner)
                    .body(RecordedFile.body(name, ownerName))
                    .file(content)
                    .build());
    if (former != null) {
      relation.pointer(former.transaction().transactionId(), former.asset().assetId());
    }
    return builder.witness(owner).sign(owner, keys).build();
  }

  /** Records a file. */
  RecordedFile put(Transaction transaction, byte[] content) {
    RecordedFile file =
        RecordedFile.of(transaction, group)
            .orElseThrow(() -> new IllegalArgumentException("the transaction records no file"));
    client.insert(transaction, Map.of(file.asset().assetId(), content));
    return file;
  }

  /** The newest record of the owner under this name. */
  Optional<RecordedFile> newest(UserId owner, String name) {
    return new OwnedFiles(client, group, owner).first(file -> file.name().equals(name));
  }

  /** The file that this transaction records. */
  Optional<RecordedFile> byTransaction(TransactionId id) {
    return client.search(id).transactions().stream()
        .filter(transaction -> transaction.transactionId().equals(id))
        .flatMap(transaction -> RecordedFile.of(transaction, group).stream())
        .findFirst();
  }

  /** The file that this transaction, which may not be recorded yet, records in the group. */
  Optional<RecordedFile> recordedBy(Transaction transaction) {
    return RecordedFile.of(transaction, group);
  }

  /**
   * The transaction by which the owner of the file handed it over or changed it. Anybody can point
   * to a record; only what is signed with the key of the record counts.
   */
  Optional<Transaction> successor(RecordedFile file) {
    Optional<Signature> signature = file.ownersSignature();
    if (signature.isEmpty()) {
      return Optional.empty();
    }
    TransactionId id = file.transaction().transactionId();
    return client
        .traverse(new TraversalRequest(id, Course.FUTURE, LEVELS, SearchCondition.ANY))
        .levels()
        .stream()
        .flatMap(List::stream)
        .filter(other -> !other.transactionId().equals(id) && pointsTo(other, file))
        .filter(other -> HandOver.isSignedWithKeyOf(other, signature.get()))
        .findFirst();
  }

  private boolean pointsTo(Transaction other, RecordedFile file) {
    Pointer wanted = file.asPointer();
    return other.relations().stream()
        .anyMatch(
            relation ->
                relation.assetGroupId().equals(group) && relation.pointers().contains(wanted));
  }

  /** The file with its content. */
  Fetched fetch(RecordedFile file) {
    SearchResult result = client.search(file.transaction().transactionId());
    byte[] content = result.assetFiles().get(file.asset().assetId());
    return new Fetched(file, content != null && file.isContent(content) ? content : null);
  }

  /** All files of the owner. */
  Listing list(UserId owner) {
    OwnedFiles owned = new OwnedFiles(client, group, owner);
    List<RecordedFile> files =
        owned.all().stream().sorted(Comparator.comparing(RecordedFile::time).reversed()).toList();
    return new Listing(files, owned.compromised());
  }
}
