package org.bbc1.transaction;

import java.util.List;
import java.util.Optional;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.jspecify.annotations.Nullable;

/**
 * The building functions of the original library, for ported code. Parts of a transaction take its
 * id lengths, those outside of any the lengths of the process; the original takes the latter for
 * all, and so mixes lengths in a transaction that has others. Source: transaction-format sections 2
 * and 10.2.
 */
public final class TransactionUtils {

  private TransactionUtils() {}

  /**
   * A version 2 transaction with so many events and relations to be filled, and an empty witness if
   * asked for.
   */
  public static TransactionBuilder makeTransaction(int events, int relations, boolean witness) {
    return withParts(new TransactionBuilder(), events, relations, witness);
  }

  /**
   * The same in a legacy format, version 1; in the raw dialect of MessagePack.
   *
   * @param idLength length of all ids in bytes, 1 to 32
   */
  public static TransactionBuilder makeTransaction(
      int events, int relations, boolean witness, FormatType formatType, int idLength) {
    return withParts(TransactionBuilder.legacy(formatType, idLength), events, relations, witness);
  }

  private static TransactionBuilder withParts(
      TransactionBuilder builder, int events, int relations, boolean witness) {
    for (int i = 0; i < events; i++) {
      builder.addEvent();
    }
    for (int i = 0; i < relations; i++) {
      builder.addRelation();
    }
    return witness ? builder.witness(new UserId[0]) : builder;
  }

  /** Puts a new asset into an event. A file of null or no bytes is no file. */
  public static void addEventAsset(
      TransactionBuilder transaction,
      int event,
      AssetGroupId group,
      UserId user,
      AssetBody body,
      byte @Nullable [] file) {
    transaction.event(event).assetGroup(group).createAsset(user, body, file);
  }

  /** Puts a new asset into a relation. A file of null or no bytes is no file. */
  public static void addRelationAsset(
      TransactionBuilder transaction,
      int relation,
      AssetGroupId group,
      UserId user,
      AssetBody body,
      byte @Nullable [] file) {
    transaction.relation(relation).assetGroup(group).createAsset(user, body, file);
  }

  /** Puts an asset with an id of the caller's into a relation. */
  public static void addRelationAssetRaw(
      TransactionBuilder transaction,
      int relation,
      AssetGroupId group,
      AssetId assetId,
      byte[] body) {
    transaction.relation(relation).assetGroup(group).assetRaw(assetId, body);
  }

  /** Puts asset ids without contents into a relation. */
  public static void addRelationAssetHash(
      TransactionBuilder transaction, int relation, AssetGroupId group, List<AssetId> assetIds) {
    transaction.relation(relation).assetGroup(group).assetHash(assetIds);
  }

  /** Adds a pointer to a relation. */
  public static void addRelationPointer(
      TransactionBuilder transaction,
      int relation,
      TransactionId target,
      @Nullable AssetId assetId) {
    addPointerInRelation(transaction.relation(relation), target, assetId);
  }

  /** Adds a pointer to a relation. */
  public static void addPointerInRelation(
      RelationBuilder relation, TransactionId target, @Nullable AssetId assetId) {
    relation.pointer(target, assetId);
  }

  /** A relation outside of any transaction, with a new asset. */
  public static RelationBuilder makeRelationWithAsset(
      AssetGroupId group, UserId user, AssetBody body, byte @Nullable [] file) {
    return Relation.builder().assetGroup(group).createAsset(user, body, file);
  }

  /**
   * A relation outside of any transaction, with a new asset, for a transaction of the same legacy
   * format.
   *
   * @param idLength length of all ids in bytes, 1 to 32
   */
  public static RelationBuilder makeRelationWithAsset(
      AssetGroupId group,
      UserId user,
      AssetBody body,
      byte @Nullable [] file,
      FormatType formatType,
      int idLength) {
    return new RelationBuilder(WritingRules.legacy(formatType, idLength))
        .assetGroup(group)
        .createAsset(user, body, file);
  }

  /** A relation outside of any transaction, with an asset with an id of the caller's. */
  public static RelationBuilder makeRelationWithAssetRaw(
      AssetGroupId group, AssetId assetId, byte[] body) {
    return Relation.builder().assetGroup(group).assetRaw(assetId, body);
  }

  /** A relation outside of any transaction, with asset ids without contents. */
  public static RelationBuilder makeRelationWithAssetHash(
      AssetGroupId group, List<AssetId> assetIds) {
    return Relation.builder().assetGroup(group).assetHash(assetIds);
  }

  /**
   * Adds a reference and reserves its slots; empty, and nothing added, if the event does not exist.
   */
  public static Optional<ReferenceSlots> addReferenceToTransaction(
      TransactionBuilder transaction, AssetGroupId group, Transaction referred, int eventIndex) {
    return eventIndex >= 0 && eventIndex < referred.events().size()
        ? Optional.of(transaction.addReference(group, referred, eventIndex))
        : Optional.empty();
  }

  /**
   * A signature from its packed form.
   *
   * @throws TransactionFormatException if the bytes are not exactly one
   */
  public static Signature recoverSignatureObject(byte[] packed) {
    return Signature.unpack(packed);
  }

  /**
   * A signature from its form in the legacy formats 1 to 6.
   *
   * @throws TransactionFormatException if the document is none
   */
  public static Signature recoverSignatureObject(Document document) {
    return Signature.fromDocument(document);
  }
}
