package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.transaction.Signature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc1 file verify}. */
@Command(
    name = "verify",
    description = {
      "Proves that a local file is the recorded one: same digest, validly signed by its owner.",
      "The ledger binds a signature to a key, not to a person: name the key with --signer if it matters who signed."
    })
final class FileVerify implements Callable<Integer> {

  @Mixin private OwnedFileOptions which = new OwnedFileOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = {"-t", "--transaction"},
      paramLabel = "HEX",
      description = "The transaction that records the version in question (default: the newest).")
  private @Nullable String transaction;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name under which it is recorded (default: the name of the file).")
  private @Nullable String name;

  @Option(
      names = "--signer",
      paramLabel = "HEX",
      description =
          "Public key that must have signed: 66 hex digits, as \"bbc1 key show\" prints it.")
  private @Nullable String signer;

  @Parameters(paramLabel = "FILE", description = "The local file.")
  private Path path;

  @Override
  public Integer call() {
    byte[] content = LocalFiles.read(path);
    String recordedName = name == null ? LocalFiles.baseName(path) : name;
    try (BbcClient client = which.ledger().node().connect()) {
      FileLedger ledger = which.ledger().open(client);
      Verdict verdict = Verdict.of(which.find(ledger, recordedName, transaction), content, signer);
      if (output.isJson()) {
        output.json(json(verdict, content).build());
      } else {
        print(verdict, content);
      }
      return verdict.valid() ? ExitCode.OK : ExitCode.NEGATIVE;
    }
  }

  private JsonObjectBuilder json(Verdict verdict, byte[] content) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("path", path.toString())
            .add("valid", verdict.valid())
            .add("sha256", HexFormat.of().formatHex(Sha256.of(content)));
    if (!verdict.valid()) {
      json.add("reason", verdict.reason());
    }
    if (verdict.file() != null) {
      json.add("record", Output.describe(verdict.file()));
    }
    if (verdict.signature() != null) {
      json.add("signature", Output.signature(verdict.signature()));
    }
    return json;
  }

  private void print(Verdict verdict, byte[] content) {
    output.line(path + (verdict.valid() ? " is valid" : " is invalid"));
    if (!verdict.valid()) {
      output.line("  because      " + verdict.reason());
    }
    output.line("  SHA-256      " + HexFormat.of().formatHex(Sha256.of(content)));
    RecordedFile file = verdict.file();
    if (file != null) {
      output.line("  recorded     " + Output.digest(file));
      output.line("  on           " + file.time() + " by " + Texts.printable(file.owner()));
      output.line("  user         " + file.asset().userId());
      output.line("  transaction  " + file.transaction().transactionId());
    }
    Signature signature = verdict.signature();
    if (signature != null) {
      output.line("  signed with  " + Texts.publicKey(signature));
    }
  }
}
