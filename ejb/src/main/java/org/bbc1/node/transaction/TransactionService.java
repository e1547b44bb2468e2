package org.bbc1.node.transaction;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.NoSuchDomainException;
import org.bbc1.node.ledger.Direction;
import org.bbc1.node.ledger.FoundTransaction;
import org.bbc1.node.ledger.InsertOutcome;
import org.bbc1.node.ledger.Ledger;
import org.bbc1.node.ledger.LedgerBusyException;
import org.bbc1.node.ledger.LedgerUnavailableException;
import org.bbc1.node.ledger.Origin;
import org.bbc1.node.ledger.SearchCondition;
import org.bbc1.node.ledger.Traversal;
import org.bbc1.node.ledger.TraverseRequest;
import org.bbc1.node.stats.Counter;
import org.bbc1.node.stats.Statistics;
import org.bbc1.transaction.ReadLimits;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.jspecify.annotations.Nullable;

/**
 * Inserts and finds transactions for every door of the node. Thread-safe. {@link #insert} does not
 * block; the reading methods do, and throw {@link NoSuchDomainException} for a domain that does not
 * run here and {@link LedgerUnavailableException} if the database cannot be used. The domain of
 * domains holds nothing.
 */
public final class TransactionService {

  private static final Logger LOG = System.getLogger("data_handler");

  private final DomainRegistry domains;
  private final Ledger ledger;
  private final TransactionCheck check;
  private final Statistics statistics;
  private final ByteBoundedExecutor validation;
  private final ByteBoundedExecutor storage;
  private final List<InsertListener> listeners;

  /**
   * @param limits for reading what is to be inserted
   * @param validation runs decoding and signature checks; bounded
   * @param storage runs what writes asset files; bounded
   * @param maxQueuedBytes what each of the two may have waiting, in bytes; beyond that whoever
   *     brings an insert does the work itself
   * @param listeners told of every insert, in this order
   */
  public TransactionService(
      DomainRegistry domains,
      Ledger ledger,
      TransactionValidator validator,
      ReadLimits limits,
      Statistics statistics,
      Executor validation,
      Executor storage,
      long maxQueuedBytes,
      List<InsertListener> listeners) {
    this.domains = domains;
    this.ledger = ledger;
    this.check = new TransactionCheck(validator, limits, statistics);
    this.statistics = statistics;
    this.validation = new ByteBoundedExecutor(validation, maxQueuedBytes);
    this.storage = new ByteBoundedExecutor(storage, maxQueuedBytes);
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Inserts what a client sent (spec client-protocol 11.1).
   *
   * @param wire the serialized transaction with its 2-byte header
   * @param assetFiles contents by asset id; entries that belong to no asset of the transaction are
   *     ignored
   * @return completes when it is committed or refused; fails only for an internal fault
   */
  public CompletionStage<InsertResult> insert(
      @Nullable DomainId domain, byte[] wire, Map<AssetId, byte[]> assetFiles) {
    statistics.increment(Counter.TRANSACTION_INSERT_COUNT);
    if (domain != null && domain.equals(DomainId.GLOBAL_0)) { // whether it runs or not
      return CompletableFuture.completedStage(refused(Refusal.DOMAIN_GLOBAL_0, null));
    }
    Optional<Domain> running = domains.find(domain);
    if (running.isEmpty()) {
      return CompletableFuture.completedStage(refused(Refusal.NO_DOMAIN, null));
    }
    Domain target = running.get();
    return CompletableFuture.supplyAsync(
            () -> Optional.ofNullable(check.check(wire, assetFiles)),
            validation.holding(wire.length + bytesOf(assetFiles)))
        .thenCompose(
            checked ->
                checked.isPresent()
                    ? store(target, checked.get(), assetFiles)
                    : CompletableFuture.completedStage(refused(Refusal.BAD_TRANSACTION, null)));
  }

  private CompletionStage<InsertResult> store(
      Domain domain, Transaction transaction, Map<AssetId, byte[]> supplied) {
    // external storage: the application keeps the files, the node only checks them
    Map<AssetId, byte[]> assetFiles = domain.section().storesAssetFiles() ? supplied : Map.of();
    return give(domain.id(), transaction, assetFiles)
        .handle(
            (outcome, fault) ->
                fault == null
                    ? settled(domain.id(), transaction, outcome, assetFiles)
                    : failed(transaction.transactionId(), fault));
  }

  /**
   * The ledger writes files on the calling thread; a signature check must not stand behind that.
   */
  private CompletionStage<InsertOutcome> give(
      DomainId domain, Transaction transaction, Map<AssetId, byte[]> assetFiles) {
    return assetFiles.isEmpty()
        ? ledger.insert(domain, transaction, Origin.CLIENT, assetFiles)
        : CompletableFuture.completedStage(assetFiles)
            .thenComposeAsync(
                files -> ledger.insert(domain, transaction, Origin.CLIENT, files),
                storage.holding(bytesOf(assetFiles)));
  }

  private static long bytesOf(Map<AssetId, byte[]> assetFiles) {
    return assetFiles.values().stream().mapToLong(file -> file.length).sum();
  }

  private InsertResult settled(
      DomainId domain,
      Transaction transaction,
      InsertOutcome outcome,
      Map<AssetId, byte[]> assetFiles) {
    if (outcome != InsertOutcome.INSERTED) {
      return refused(Refusal.DUPLICATE, transaction.transactionId());
    }
    statistics.increment(Counter.DATA_HANDLER_INSERT_TRANSACTION);
    long files =
        transaction.assetEntries().stream()
            .filter(asset -> assetFiles.containsKey(asset.assetId()))
            .count();
    if (files > 0) {
      statistics.add(Counter.DATA_HANDLER_STORE_IN_STORAGE, files);
    }
    for (InsertListener listener : listeners) {
      tell(listener, domain, transaction);
    }
    return new InsertResult.Inserted(transaction);
  }

  /** It is committed, so the client gets its answer whatever a listener does. */
  private static void tell(InsertListener listener, DomainId domain, Transaction transaction) {
    try {
      listener.inserted(domain, transaction);
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR, "a listener failed after the insert of " + transaction.transactionId(), e);
    }
  }

  private InsertResult failed(TransactionId id, Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : fault;
    if (cause instanceof LedgerUnavailableException || cause instanceof LedgerBusyException) {
      LOG.log(Level.ERROR, "insert of {0} failed: {1}", id, cause.getMessage());
      return refused(Refusal.LEDGER_UNAVAILABLE, id);
    }
    if (cause instanceof IllegalArgumentException) {
      LOG.log(Level.DEBUG, "insert of {0} refused: {1}", id, cause.getMessage());
      return refused(Refusal.BAD_TRANSACTION, id);
    }
    throw new CompletionException(cause);
  }

  private InsertResult refused(Refusal refusal, @Nullable TransactionId id) {
    statistics.increment(Counter.TRANSACTION_INSERT_FAIL_COUNT);
    return new InsertResult.Refused(refusal, id);
  }

  /** The transaction stored under an id, checked (spec storage A5). */
  public Optional<FoundTransaction> find(@Nullable DomainId domain, TransactionId id) {
    Domain running = domains.require(domain);
    return running.isGlobal0() ? Optional.empty() : ledger.find(running.id(), id);
  }

  /** Distinct transactions that meet a condition, in order of insertion. */
  public List<FoundTransaction> search(
      @Nullable DomainId domain, SearchCondition condition, Direction direction, int count) {
    Domain running = domains.require(domain);
    return running.isGlobal0()
        ? List.of()
        : ledger.search(running.id(), condition, direction, count);
  }

  /** Number of distinct transactions that meet a condition. */
  public long count(@Nullable DomainId domain, SearchCondition condition) {
    Domain running = domains.require(domain);
    return running.isGlobal0() ? 0 : ledger.count(running.id(), condition);
  }

  /** Walks along the links of transactions. */
  public Traversal traverse(
      @Nullable DomainId domain, TransactionId start, TraverseRequest request) {
    Domain running = domains.require(domain);
    return running.isGlobal0()
        ? new Traversal(List.of(), true)
        : ledger.traverse(running.id(), start, request);
  }
}
