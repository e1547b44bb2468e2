package org.bbc1.node.command;

import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.ledgersubsystem.LedgerSubsystems;

/** MANIP_LEDGER_SUBSYS: switches the ledger subsystem on or off (spec client-protocol 10.5). */
final class ManipulateLedgerSubsystemHandler implements CommandHandler.Blocking {

  private final DomainRegistry domains;
  private final LedgerSubsystems subsystems;

  ManipulateLedgerSubsystemHandler(DomainRegistry domains, LedgerSubsystems subsystems) {
    this.domains = domains;
    this.subsystems = subsystems;
  }

  @Override
  public Command command() {
    return Command.REQUEST_MANIP_LEDGER_SUBSYS;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.LEDGER_SUBSYS_MANIP);
  }

  @Override
  public Reply answer(Request request) {
    boolean enable =
        request
            .message()
            .optBool(KeyType.LEDGER_SUBSYS_MANIP)
            .orElseThrow(
                () ->
                    new CommandException(
                        StatusCode.EINVALID_COMMAND, Reasons.LACK_OF_MANDATORY_PARAMS));
    DomainId domain = domains.require(request.domainId()).id();
    return subsystems.setEnabled(domain, enable)
        ? Reply.direct(fields -> {})
        : Reply.directError(StatusCode.ENOSUBSYSTEM, Reasons.LEDGER_SUBSYSTEM_NOT_INSTALLED);
  }
}
