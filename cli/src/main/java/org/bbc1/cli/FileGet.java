package org.bbc1.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc1 file get}. */
@Command(
    name = "get",
    description =
        "Gets a recorded file back. A local file is never overwritten: the time is appended to the name.")
final class FileGet implements Callable<Integer> {

  @Mixin private OwnedFileOptions which = new OwnedFileOptions();
  @Mixin private Output output = new Output();

  @Option(
      names = {"-t", "--transaction"},
      paramLabel = "HEX",
      description = "The transaction that records the wanted version (default: the newest).")
  private @Nullable String transaction;

  @Option(
      names = "--to",
      paramLabel = "PATH",
      description = "Where to write it (default: the name).")
  private @Nullable Path target;

  @Parameters(paramLabel = "NAME", description = "Name under which the file is recorded.")
  private String name;

  @Override
  public Integer call() {
    try (BbcClient client = which.ledger().node().connect()) {
      FileLedger ledger = which.ledger().open(client);
      Optional<RecordedFile> file = which.find(ledger, name, transaction);
      if (file.isEmpty()) {
        return output.no("no file " + name + " of " + which.ownerName() + " is recorded");
      }
      byte[] content = ledger.fetch(file.get()).content();
      if (content == null) {
        return output.no("the node holds no content that matches the recorded digest");
      }
      if (file.get().ownersSignature().isEmpty()) {
        return output.no("the record does not carry a valid signature of its owner");
      }
      print(
          file.get(),
          LocalFiles.write(target == null ? localName() : target, content, LocalDateTime.now()));
      return ExitCode.OK;
    }
  }

  private Path localName() {
    return Path.of(LocalFiles.baseName(Path.of(name)));
  }

  private void print(RecordedFile file, Path written) {
    if (output.isJson()) {
      output.json(Output.describe(file).add("path", written.toString()).build());
    } else {
      output.line(
          "Wrote " + written + ", " + file.asset().fileSize() + " bytes, recorded " + file.time());
    }
  }
}
