package org.bbc1.cli;

import java.util.Optional;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which recorded file is meant, apart from its name. */
final class OwnedFileOptions {

  @Mixin private LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = {"-o", "--owner"},
      paramLabel = "NAME",
      description = "Name of the user who recorded the file (default: the user).")
  private @Nullable String owner;

  LedgerOptions ledger() {
    return ledger;
  }

  String ownerName() {
    return owner == null ? ledger.userName() : owner;
  }

  UserId owner() {
    return LedgerOptions.userId(ownerName());
  }

  /**
   * The record in this transaction, if it is the owner's, or else the newest one under the name.
   */
  Optional<RecordedFile> find(FileLedger files, String name, @Nullable String transaction) {
    if (transaction == null) {
      return files.newest(owner(), name);
    }
    TransactionId id = LedgerOptions.id("--transaction", transaction, TransactionId::fromHex);
    return files.byTransaction(id).filter(file -> file.asset().userId().equals(owner()));
  }
}
