package org.bbc1.node.command;

import java.util.function.Function;
import org.bbc1.id.DomainId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.domain.NoSuchDomainException;

/**
 * GET_USERS, GET_FORWARDING_LIST, GET_NOTIFICATION_LIST: who is where in a domain. A domain that
 * does not run has nobody; none at all is an error (spec client-protocol 10.11, 10.12, 10.14).
 */
final class UserListHandler implements CommandHandler.Immediate {

  private final Command command;
  private final KeyType field;
  private final Function<DomainId, byte[]> list;

  /**
   * @param field where the list goes
   * @param list makes the list of a domain, of an unknown one too
   */
  UserListHandler(Command command, KeyType field, Function<DomainId, byte[]> list) {
    this.command = command;
    this.field = field;
    this.list = list;
  }

  @Override
  public Command command() {
    return command;
  }

  @Override
  public Reply answer(Request request) {
    DomainId domain = request.domainId();
    if (domain == null) {
      throw new NoSuchDomainException();
    }
    return Reply.direct(fields -> fields.put(field, list.apply(domain)));
  }
}
