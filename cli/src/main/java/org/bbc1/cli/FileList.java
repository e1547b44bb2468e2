package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bbc1 file list}. */
@Command(
    name = "list",
    description =
        "Lists the files that a user has recorded, the newest first; asks the ledger, keeps nothing here.")
final class FileList implements Callable<Integer> {

  @Mixin private OwnedFileOptions which = new OwnedFileOptions();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    try (BbcClient client = which.ledger().node().connect()) {
      FileLedger.Listing listing = which.ledger().open(client).list(which.owner());
      if (output.isJson()) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        listing.files().forEach(file -> array.add(Output.describe(file)));
        output.json(array.build());
      } else {
        listing.files().forEach(this::print);
      }
      if (listing.compromised() > 0) {
        output.warn(listing.compromised() + " transactions on the node are damaged");
      }
      return ExitCode.OK;
    }
  }

  private void print(RecordedFile file) {
    output.line(
        String.format(
            "%s  %12d  %s  %s",
            file.time(),
            file.asset().fileSize(),
            file.transaction().transactionId(),
            Texts.printable(file.name())));
  }
}
