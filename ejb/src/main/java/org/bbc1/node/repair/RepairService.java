package org.bbc1.node.repair;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.ledger.AssetKey;
import org.bbc1.node.ledger.Direction;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.node.ledger.Ledger;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.bbc1.node.ledger.RepairLog;
import org.bbc1.node.ledger.SearchCondition;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what somebody says is damaged, and has it repaired if it is. Whatever is named may come
 * from anybody: only so many requests are looked at in a minute, and what is good stays as it is.
 * Thread-safe; blocks for the database and the asset files, and throws {@link
 * LedgerUnavailableException} if they cannot be used.
 */
public final class RepairService {

  private static final Logger LOG = System.getLogger("repair_manager");

  /** Transactions looked at for one asset; each of them has its own idea of the file's digest. */
  private static final int MAX_CARRIERS = 16;

  private final DomainRegistry domains;
  private final Ledger ledger;
  private final RepairLog log;
  private final CopyHolders holders;
  private final Statistics statistics;
  private final InstantSource clock;
  private final RateLimit rate;

  /**
   * @param maxPerMinute most requests that are looked at in a minute
   */
  public RepairService(
      DomainRegistry domains,
      Ledger ledger,
      RepairLog log,
      CopyHolders holders,
      Statistics statistics,
      InstantSource clock,
      int maxPerMinute) {
    this.domains = domains;
    this.ledger = ledger;
    this.log = log;
    this.holders = holders;
    this.statistics = statistics;
    this.clock = clock;
    this.rate = new RateLimit(clock, maxPerMinute);
  }

  /** Has a transaction repaired that is damaged or missing. */
  public void repairTransaction(@Nullable DomainId domainId, TransactionId id) {
    Optional<Domain> domain = accept(domainId);
    if (domain.isEmpty()) {
      return;
    }
    Optional<FoundTransaction> copy = ledger.find(domain.get().id(), id);
    if (copy.isPresent() && copy.get().intact()) {
      LOG.log(Level.DEBUG, "transaction {0} needs no repair", id);
    } else if (!holders.askForTransaction(domain.get(), id)) {
      statistics.increment(Counter.TRANSACTION_FAIL_TO_REPAIR_IN_LOCAL);
      LOG.log(
          Level.WARNING,
          "transaction {0} is {1}, and no other node can be asked",
          id,
          copy.isPresent() ? "damaged" : "missing");
      // What is in no ledger could fill the log with ids that somebody made up.
      if (copy.isPresent()) {
        log.failed(domain.get().id(), id, null, clock.instant());
      }
    }
  }

  /** Has an asset file repaired that is damaged or missing. */
  public void repairAssetFile(@Nullable DomainId domainId, AssetGroupId group, AssetId asset) {
    Optional<Domain> domain =
        accept(domainId).filter(running -> running.section().storesAssetFiles());
    if (domain.isEmpty()) {
      return;
    }
    AssetKey file = new AssetKey(domain.get().id(), group, asset);
    List<FoundTransaction> carriers =
        ledger.search(
            file.domain(),
            new SearchCondition(group, asset, null, null, null),
            Direction.ASCENDING,
            MAX_CARRIERS);
    Optional<TransactionId> damaged = AssetFileCheck.damagedIn(carriers, file);
    if (damaged.isEmpty()) {
      LOG.log(Level.DEBUG, "asset {0} needs no repair", asset);
    } else if (!holders.askForAssetFile(domain.get(), file)) {
      statistics.increment(Counter.TRANSACTION_FAIL_TO_REPAIR_IN_LOCAL);
      LOG.log(
          Level.WARNING, "the file of asset {0} is damaged, and no other node can be asked", asset);
      log.failed(file.domain(), damaged.get(), file, clock.instant());
    }
  }

  private Optional<Domain> accept(@Nullable DomainId domainId) {
    Optional<Domain> domain = domains.find(domainId).filter(running -> !running.isGlobal0());
    if (domain.isEmpty()) {
      return domain;
    }
    statistics.increment(Counter.TRANSACTION_REPAIR_REQUEST);
    if (!rate.tryPass()) {
      LOG.log(Level.DEBUG, "a request for repair was dropped: too many in a minute");
      return Optional.empty();
    }
    return domain;
  }
}
