package org.bbc1.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.bbc1.transaction.Witness;

/**
 * The transaction by which a file gets a new owner: it records the file for the receiver, points to
 * the record that the sender had, and both sign it. Source: configuration-and-tools section 7.1.
 */
final class HandOver {

  private HandOver() {}

  /** Who gives and who takes. */
  record Parties(UserId sender, UserId receiver, String receiverName) {}

  /** The transaction with the signature of the sender, for the receiver to sign. */
  static Transaction propose(
      RecordedFile former, byte[] content, AssetGroupId group, Parties parties, KeyPair keys) {
    TransactionBuilder builder = Transaction.builder();
    builder
        .addRelation()
        .assetGroup(group)
        .asset(
            Asset.builder(parties.receiver())
                .body(RecordedFile.body(former.name(), parties.receiverName()))
                .file(content)
                .build())
        .pointer(former.transaction().transactionId(), former.asset().assetId());
    return builder
        .witness(parties.sender(), parties.receiver())
        .sign(parties.sender(), keys)
        .build();
  }

  /** The valid signature of this witness, with its public key. */
  static Optional<Signature> signatureOf(Transaction transaction, UserId user) {
    Witness witness = transaction.witness();
    if (witness == null) {
      return Optional.empty();
    }
    List<Signature> slots = transaction.signatures();
    return witness.entries().stream()
        .filter(entry -> entry.userId().equals(user) && entry.signatureSlot() < slots.size())
        .map(entry -> slots.get(entry.signatureSlot()))
        .filter(signature -> verifies(signature, transaction))
        .findFirst();
  }

  /** Whether the transaction carries a valid signature with the key of this one. */
  static boolean isSignedWithKeyOf(Transaction transaction, Signature other) {
    return transaction.signatures().stream()
        .anyMatch(signature -> isSameKey(signature, other) && verifies(signature, transaction));
  }

  static boolean isSameKey(Signature one, Signature other) {
    return one.hasPublicKey()
        && one.curve() == other.curve()
        && Texts.publicKey(one).equals(Texts.publicKey(other));
  }

  static boolean isKeyOf(KeyPair keys, Signature signature) {
    return keys.curve() == signature.curve()
        && Arrays.equals(
            keys.publicKey(true), java.util.HexFormat.of().parseHex(Texts.publicKey(signature)));
  }

  static boolean verifies(Signature signature, Transaction transaction) {
    return signature.hasPublicKey()
        && signature.verify(SignatureEngines.fastest(), transaction.digest());
  }
}
