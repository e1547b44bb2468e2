package org.bbc1.node.command;

import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.node.config.NodeConfiguration;

/**
 * GET_CONFIG: the whole configuration; pass words only to the holder of the node key (spec
 * client-protocol 10.4).
 */
final class GetConfigHandler implements CommandHandler.Blocking {

  private final NodeConfiguration configuration;

  GetConfigHandler(NodeConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public Command command() {
    return Command.REQUEST_GET_CONFIG;
  }

  @Override
  public Reply answer(Request request) {
    configuration.save();
    String text = configuration.toText(request.signed());
    return Reply.direct(fields -> fields.put(KeyType.BBC_CONFIGURATION, text));
  }
}
