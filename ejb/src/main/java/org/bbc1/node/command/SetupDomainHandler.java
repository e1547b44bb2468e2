package org.bbc1.node.command;

import jakarta.json.JsonObject;
import java.util.Set;
import org.bbc1.error.StatusCode;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.MessageFieldException;
import org.bbc1.message.Reasons;
import org.bbc1.node.domain.DomainRegistry;
import org.bbc1.node.domain.DomainSetupException;
import org.jspecify.annotations.Nullable;

/** SETUP_DOMAIN (spec client-protocol 10.1). */
final class SetupDomainHandler implements CommandHandler.Blocking {

  private final DomainRegistry domains;

  SetupDomainHandler(DomainRegistry domains) {
    this.domains = domains;
  }

  @Override
  public Command command() {
    return Command.REQUEST_SETUP_DOMAIN;
  }

  @Override
  public Set<KeyType> mandatory() {
    return Set.of(KeyType.DOMAIN_ID);
  }

  /**
   * @throws MessageFieldException if the domain is nil
   */
  @Override
  public Reply answer(Request request) {
    DomainId domain = request.message().id(KeyType.DOMAIN_ID, DomainId::of);
    if (setUp(domain, request)) {
      return Reply.direct(fields -> fields.put(KeyType.RESULT, true));
    }
    return Reply.direct(
        fields -> fields.put(KeyType.REASON, Reasons.ALREADY_EXISTS).put(KeyType.RESULT, false));
  }

  private boolean setUp(DomainId domain, Request request) {
    byte @Nullable [] text = request.message().optBytes(KeyType.BBC_CONFIGURATION);
    JsonObject overlay = text == null ? null : DomainOverlay.parse(text);
    try {
      return domains.setUp(domain, overlay, request.signed());
    } catch (DomainSetupException e) {
      throw new CommandException(StatusCode.EINVALID_COMMAND, String.valueOf(e.getMessage()));
    }
  }
}
