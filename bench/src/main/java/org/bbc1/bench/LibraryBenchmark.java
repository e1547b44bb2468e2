package org.bbc1.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.Signature;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionValidator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the library does per second and thread with the transactions of the workload, 633 bytes
 * each, by 64 signers in turn.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LibraryBenchmark {

  private static final int SIGNERS = 64;
  private static final int TRANSACTIONS = 1024;

  /** The curve of the signatures. */
  @Param({"P256", "SECP256K1"})
  public Curve curve = Curve.P256;

  private final Workload workload = new Workload(1);
  private final SignatureEngine engine = SignatureEngines.fastest();
  private final TransactionValidator validator = new TransactionValidator(engine);
  private final List<KeyPair> keys = new ArrayList<>();
  private final List<Transaction> transactions = new ArrayList<>();
  private final List<byte[]> wires = new ArrayList<>();
  private int turn;

  /** Makes keys and transactions before the clock starts. */
  @Setup
  public void prepare() {
    for (int i = 0; i < SIGNERS; i++) {
      keys.add(KeyPair.generate(curve));
    }
    for (int i = 0; i < TRANSACTIONS; i++) {
      Transaction made = make(i);
      transactions.add(Transaction.read(made.serialize()));
      wires.add(made.serialize());
    }
  }

  private Transaction make(int number) {
    int signer = number % SIGNERS;
    return workload.transaction(
        Workload.group(curve), Workload.user(signer), keys.get(signer), null);
  }

  private int next() {
    turn = (turn + 1) % TRANSACTIONS;
    return turn;
  }

  /** Builds a transaction and signs it. */
  @Benchmark
  public Transaction buildAndSign() {
    return make(next());
  }

  /** Gives the serialised form, which a transaction keeps. */
  @Benchmark
  public byte[] serialize() {
    return transactions.get(next()).serialize();
  }

  /** Packs all parts anew and hashes them: what a change of a transaction costs. */
  @Benchmark
  public byte[] packAndDigest() {
    Transaction transaction = transactions.get(next());
    List<Signature> signatures = transaction.signatures();
    return transaction.withSignatures(signatures).digest();
  }

  /** Reads the serialised form; digests and id are computed, packing again is compared. */
  @Benchmark
  public Transaction deserialize() {
    return Transaction.read(wires.get(next()));
  }

  /** Verifies the one signature over the digest. */
  @Benchmark
  public boolean verify() {
    Transaction transaction = transactions.get(next());
    return valid(transaction.signatures().get(0).verify(engine, transaction.digest()));
  }

  /** What a node does with each transaction that comes in. */
  @Benchmark
  public boolean deserializeAndValidate() {
    return valid(validator.validate(Transaction.read(wires.get(next()))).valid());
  }

  private static boolean valid(boolean verdict) {
    if (!verdict) {
      throw new IllegalStateException("a good signature was refused");
    }
    return true;
  }
}
