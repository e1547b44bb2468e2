package org.bbc1.cli;

import jakarta.json.Json;
import java.util.concurrent.Callable;
import org.bbc1.client.BbcClient;
import org.bbc1.id.TransactionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bbc1 ledger register}. Source: client-protocol section 11.9. */
@Command(
    name = "register",
    description = {
      "Has the ledger subsystem of the domain anchor a transaction, so that \"bbc1 ledger verify\"",
      "can prove later that it existed."
    })
final class LedgerRegister implements Callable<Integer> {

  @Mixin private SessionOptions session = new SessionOptions();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "TRANSACTION", description = "Transaction id, 64 hex digits.")
  private String transaction = "";

  @Override
  public Integer call() {
    TransactionId id = LedgerOptions.id("the transaction", transaction, TransactionId::fromHex);
    try (BbcClient client = session.connect()) {
      client.ledger().registerInLedgerSubsystem(id);
    }
    if (output.isJson()) {
      output.json(Json.createObjectBuilder().add("transactionId", id.toHex()).build());
    } else {
      output.line("Registered transaction " + id);
    }
    return ExitCode.OK;
  }
}
