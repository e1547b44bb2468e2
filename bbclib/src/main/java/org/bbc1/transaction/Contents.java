package org.bbc1.transaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.transaction.AssetEntry.Kind;

/** Lists what a ledger stores beside a transaction, in the order of storage section A3. */
final class Contents {

  private Contents() {}

  static List<AssetEntry> assetEntries(Transaction transaction) {
    List<AssetEntry> entries = new ArrayList<>();
    for (Event event : transaction.events()) {
      if (event.asset() != null) {
        entries.add(entry(Kind.EVENT, event.assetGroupId(), event.asset()));
      }
    }
    for (Relation relation : transaction.relations()) {
      AssetGroupId group = relation.assetGroupId();
      if (relation.asset() != null) {
        entries.add(entry(Kind.RELATION, group, relation.asset()));
      }
      if (relation.assetRaw() != null) {
        entries.add(entry(Kind.RAW, group, relation.assetRaw().assetId()));
      }
      if (relation.assetHash() != null) {
        relation.assetHash().assetIds().forEach(id -> entries.add(entry(Kind.HASH, group, id)));
      }
    }
    return List.copyOf(entries);
  }

  private static AssetEntry entry(Kind kind, AssetGroupId group, Asset asset) {
    return new AssetEntry(
        kind, group, asset.assetId(), asset.userId(), asset.fileSize(), asset.fileDigest());
  }

  private static AssetEntry entry(Kind kind, AssetGroupId group, AssetId assetId) {
    return new AssetEntry(kind, group, assetId, null, 0, null);
  }

  static Set<AssetGroupId> assetGroupIds(Transaction transaction) {
    Set<AssetGroupId> groups = new LinkedHashSet<>();
    assetEntries(transaction).forEach(entry -> groups.add(entry.assetGroupId()));
    return Collections.unmodifiableSet(groups);
  }

  static List<Link> links(Transaction transaction) {
    List<Link> links = new ArrayList<>();
    for (Reference reference : transaction.references()) {
      links.add(new Link(Link.Kind.REFERENCE, reference.transactionId(), null));
    }
    for (Relation relation : transaction.relations()) {
      for (Pointer pointer : relation.pointers()) {
        links.add(new Link(Link.Kind.POINTER, pointer.transactionId(), pointer.assetId()));
      }
    }
    return List.copyOf(links);
  }
}
