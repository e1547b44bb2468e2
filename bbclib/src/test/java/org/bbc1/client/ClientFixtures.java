package org.bbc1.client;

import java.util.Arrays;
import java.util.function.Consumer;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;

/** What the tests of the client have in common. */
final class ClientFixtures {

  static final DomainId DOMAIN = DomainId.of(filled(32, 1));
  static final UserId USER = UserId.of(filled(32, 2));
  static final AssetGroupId GROUP = AssetGroupId.of(filled(32, 3));
  static final TransactionId UNKNOWN = TransactionId.of(filled(32, 9));

  static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  static Transaction transaction(String text) {
    TransactionBuilder builder = Transaction.builder();
    builder.addRelation().assetGroup(GROUP).asset(Asset.builder(USER).body(text).build());
    return builder.witness(USER).sign(USER, KeyPair.generate(Curve.P256)).build();
  }

  static ClientListener others(Consumer<Message> consumer) {
    return new ClientListener() {
      @Override
      public void otherMessage(Message message) {
        consumer.accept(message);
      }
    };
  }

  static ScriptedNode.Script answering(Answer answer) {
    return peer -> {
      while (true) {
        Message request = peer.receive();
        if (request.has(KeyType.QUERY_ID)) {
          peer.send(answer.to(request).build());
        }
      }
    };
  }

  interface Answer {
    Message.Builder to(Message request) throws Exception;
  }

  private ClientFixtures() {}
}
