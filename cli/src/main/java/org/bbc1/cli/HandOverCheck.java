package org.bbc1.cli;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bbc1.client.SignatureRequest;
import org.bbc1.id.AssetId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Pointer;
import org.bbc1.transaction.Relation;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.Witness;

/**
 * Whether a receiver may sign what a sender, or somebody in his name, wants signed: it must hand
 * over one file and do nothing else; the file must be the sender's by the ledger, not handed over
 * before; and the sender must have signed with the key of his record.
 */
final class HandOverCheck {

  private final FileLedger ledger;
  private final UserId receiver;

  HandOverCheck(FileLedger ledger, UserId receiver) {
    this.ledger = ledger;
    this.receiver = receiver;
  }

  /**
   * A file that may be taken.
   *
   * @param file what will be recorded for the receiver
   * @param former the record of the sender
   * @param signature the signature of the sender
   */
  record Offer(RecordedFile file, RecordedFile former, Signature signature) {}

  /** Why a request is not signed; the text is for the one who asked. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Refusal(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  Offer check(SignatureRequest request) throws Refusal {
    Transaction transaction = request.transaction();
    RecordedFile file =
        ledger
            .recordedBy(transaction)
            .orElseThrow(() -> new Refusal("it does not record a file in the asset group"));
    requireNothingElse(transaction, request.requester());
    require(file.asset().userId().equals(receiver), "the file would not be mine");
    requireContent(file, request.assetFiles());
    RecordedFile former = former(transaction.relations().get(0), request.requester());
    require(
        former.name().equals(file.name())
            && former.asset().fileSize() == file.asset().fileSize()
            && Output.digest(former).equals(Output.digest(file)),
        "the file is not the one that the former record holds");
    return new Offer(file, former, senderSignature(transaction, former, request.requester()));
  }

  private void requireNothingElse(Transaction transaction, UserId sender) throws Refusal {
    Witness witness = transaction.witness();
    Set<UserId> witnesses =
        witness == null
            ? new HashSet<>()
            : witness.entries().stream().map(Witness.Entry::userId).collect(Collectors.toSet());
    require(
        transaction.relations().size() == 1
            && transaction.events().isEmpty()
            && transaction.references().isEmpty(),
        "it does more than handing over a file");
    require(
        !sender.equals(receiver) && witnesses.equals(Set.of(sender, receiver)),
        "sender and receiver are not its witnesses");
  }

  private static void requireContent(RecordedFile file, Map<AssetId, byte[]> contents)
      throws Refusal {
    byte[] content = contents.get(file.asset().assetId());
    require(content != null, "the content of the file is missing");
    require(
        content != null && content.length == file.asset().fileSize() && file.isContent(content),
        "the content of the file does not have its digest");
  }

  private RecordedFile former(Relation relation, UserId sender) throws Refusal {
    require(relation.pointers().size() == 1, "it does not point to one former record");
    Pointer pointer = relation.pointers().get(0);
    Optional<RecordedFile> former = ledger.byTransaction(pointer.transactionId());
    RecordedFile found =
        former.orElseThrow(() -> new Refusal("the former record is not in the ledger"));
    require(
        found.asPointer().equals(pointer) && found.asset().userId().equals(sender),
        "the former record is not the sender's");
    require(ledger.successor(found).isEmpty(), "the file was handed over or changed before");
    return found;
  }

  private static Signature senderSignature(
      Transaction transaction, RecordedFile former, UserId sender) throws Refusal {
    Signature signature =
        HandOver.signatureOf(transaction, sender)
            .orElseThrow(() -> new Refusal("the sender has not signed"));
    require(
        former.ownersSignature().filter(own -> HandOver.isSameKey(own, signature)).isPresent(),
        "the sender has signed with another key than the former record");
    return signature;
  }

  private static void require(boolean condition, String otherwise) throws Refusal {
    if (!condition) {
      throw new Refusal(otherwise);
    }
  }
}
