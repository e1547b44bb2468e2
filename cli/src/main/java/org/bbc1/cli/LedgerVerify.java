package org.bbc1.cli;

import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.bbc1.id.TransactionId;
import org.bbc1.ledgersubsystem.AnchorEvidence;
import org.bbc1.ledgersubsystem.SignedTreeHead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bbc1 ledger verify}. Source: client-protocol section 11.9, ledger-subsystem section 3. */
@Command(
    name = "verify",
    description = {
      "Proves that a transaction is anchored: the path to the root of its tree, and the head of the",
      "tree, signed by the node. What --json prints is a proof that --proof checks without a node.",
      "Without a key of the node there is nothing but the word of the node."
    })
final class LedgerVerify implements Callable<Integer> {

  /** What is checked. */
  static final class Subject {
    @Parameters(
        index = "0",
        paramLabel = "TRANSACTION",
        description = "Transaction id, 64 hex digits; the node is asked.")
    private @Nullable String transaction;

    @Option(
        names = "--proof",
        paramLabel = "FILE",
        description = "A proof from before; no node is asked.")
    private @Nullable Path proof;
  }

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = {
        "Public key of the node (PEM), as \"bbc1 key show --pem\" prints it",
        "(default: that of the node key, if there is one)."
      })
  private @Nullable Path publicKey;

  @Mixin private SessionOptions session = new SessionOptions();
  @Mixin private Output output = new Output();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PublicKey key = key();
    if (key == null && subject.proof != null) {
      throw new ParameterException(
          spec.commandLine(), "--proof needs the key of the node: --public-key");
    }
    AnchorProofFile proof = subject.proof == null ? ask() : AnchorProofFile.read(subject.proof);
    Optional<AnchorEvidence> evidence = evidence(proof);
    String flaw = evidence.map(found -> flaw(found, proof, key)).orElse("it is not anchored");
    if (output.isJson()) {
      output.json(json(proof, flaw, key != null && evidence.isPresent()).build());
    } else {
      print(proof, evidence.orElse(null), flaw);
    }
    if (flaw.isEmpty() && key == null) {
      output.warn("not checked, since no key of the node is known: --public-key");
    }
    return flaw.isEmpty() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private @Nullable PublicKey key() {
    if (publicKey != null) {
      return publicKey(publicKey);
    }
    KeyPair nodeKey = session.node().config().nodeKey();
    return nodeKey == null ? null : nodeKey.publicPart();
  }

  private AnchorProofFile ask() {
    String hex = subject.transaction == null ? "" : subject.transaction;
    TransactionId id = LedgerOptions.id("the transaction", hex, TransactionId::fromHex);
    try (BbcClient client = session.connect()) {
      return new AnchorProofFile(
          session.domain(), id, client.ledger().verifyInLedgerSubsystem(id).answer());
    }
  }

  private static PublicKey publicKey(Path file) {
    try {
      return PublicKey.fromPem(new String(LocalFiles.read(file), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new UserErrorException(file + " holds no public key: " + e.getMessage(), e);
    }
  }

  private static Optional<AnchorEvidence> evidence(AnchorProofFile proof) {
    try {
      return AnchorEvidence.read(proof.answer());
    } catch (IllegalArgumentException e) {
      throw new UserErrorException("the answer cannot be read: " + e.getMessage(), e);
    }
  }

  /** What is wrong with it; empty if nothing is. */
  private static String flaw(
      AnchorEvidence evidence, AnchorProofFile proof, @Nullable PublicKey key) {
    return key == null
        ? ""
        : evidence
            .check(proof.domain(), proof.transaction().toByteArray(), key)
            .map(LedgerVerify::text)
            .orElse("");
  }

  private static String text(AnchorEvidence.Flaw flaw) {
    return switch (flaw) {
      case NO_TREE_HEAD -> "there is no signed head of its tree";
      case OTHER_DOMAIN -> "the head of the tree is of another domain";
      case BAD_SIGNATURE -> "the head of the tree is not signed with the key of the node";
      case WRONG_LENGTH -> "its path is not as long as those of the tree";
      case OTHER_ROOT -> "its path leads to another root";
    };
  }

  private static JsonObjectBuilder json(AnchorProofFile proof, String flaw, boolean checked) {
    JsonObjectBuilder json =
        proof.json().add("valid", flaw.isEmpty()).add("signatureChecked", checked);
    return flaw.isEmpty() ? json : json.add("reason", flaw);
  }

  private void print(AnchorProofFile proof, @Nullable AnchorEvidence evidence, String flaw) {
    output.line(
        proof.transaction() + (flaw.isEmpty() ? " is anchored" : " is not proved: " + flaw));
    output.line("  state        " + Texts.printable(proof.state()));
    if (evidence != null) {
      output.line(
          "  root         "
              + HexFormat.of()
                  .formatHex(evidence.path().rootOf(proof.transaction().toByteArray())));
      SignedTreeHead head = evidence.treeHead();
      if (head != null) {
        output.line("  tree         " + head.head().size() + " digests");
      }
    }
  }
}
