package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.bbc1.client.BbcClient;
import org.bbc1.client.DomainChange;
import org.bbc1.id.DomainId;
import org.bbc1.message.Reasons;

/** Tells what became of an order to the node. */
final class DomainOutcome {

  private DomainOutcome() {}

  /** Sets the domain up unless it runs on the node already. */
  static void setUpIfAbsent(BbcClient client, DomainId domain) {
    DomainChange change = client.setUpDomain(domain);
    if (!change.done() && !change.reason().equals(Reasons.ALREADY_EXISTS)) {
      throw new UserErrorException("the node did not set up the domain: " + change.reason());
    }
  }

  /** Prints it and returns the exit code: a refusal is a no. */
  static int print(Output output, DomainId domain, DomainChange change) {
    if (output.isJson()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder().add("domain", domain.toHex()).add("done", change.done());
      output.json((change.done() ? json : json.add("reason", change.reason())).build());
    } else {
      output.line("Result: " + (change.done() ? "success" : Texts.printable(change.reason())));
    }
    return change.done() ? ExitCode.OK : ExitCode.NEGATIVE;
  }
}
