package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.Requests.USER;
import static org.bbc1.node.Samples.GROUP;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.DomainId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.node.Requests;
import org.bbc1.node.Samples;
import org.bbc1.node.TestNode;
import org.bbc1.transaction.Asset;
import org.bbc1.transaction.Transaction;
import org.bbc1.transaction.TransactionBuilder;
import org.junit.jupiter.api.Test;

/** INSERT_NOTIFICATION, its cancelling and NOTIFY_INSERTED (client-protocol 12.1). */
class InsertNotificationTest extends NodeTestBase {

  private static final UserId OTHER = UserId.fromHex("55".repeat(32));
  private static final AssetGroupId OTHER_GROUP = AssetGroupId.fromHex("b2".repeat(32));
  private static final ConnectionId FIRST = new ConnectionId(2);
  private static final ConnectionId SECOND = new ConnectionId(3);

  private static Message.Builder watch(Command command, UserId user, AssetGroupId group) {
    return Requests.of(command)
        .remove(KeyType.QUERY_ID)
        .put(KeyType.SOURCE_USER_ID, user)
        .put(KeyType.ASSET_GROUP_ID, group);
  }

  private void watch(UserId user, AssetGroupId group) {
    node.tellSilently(watch(Command.REQUEST_INSERT_NOTIFICATION, user, group).build());
  }

  private void cancel(UserId user, AssetGroupId group) {
    node.tellSilently(watch(Command.CANCEL_INSERT_NOTIFICATION, user, group).build());
  }

  private void register(ConnectionId connection, UserId user) {
    node.tell(connection, Requests.register(DOMAIN, user));
  }

  private byte[] list() {
    return node.ask(Requests.of(Command.REQUEST_GET_NOTIFICATION_LIST).build())
        .bytes(KeyType.NOTIFICATION_LIST);
  }

  private static Transaction inBothGroups(String text) {
    TransactionBuilder builder = Transaction.builder().timestamp(1_700_000_000_000L).witness(USER);
    for (AssetGroupId group : List.of(OTHER_GROUP, GROUP)) {
      builder.addRelation().assetGroup(group).asset(Asset.builder(USER).body(text + group).build());
    }
    return builder.sign(USER, Samples.KEY).build();
  }

  @Test
  void insertIsToldBeforeItIsAnswered() {
    register(TestNode.CONNECTION, USER);
    watch(USER, GROUP);
    Transaction transaction = Samples.note("a");

    List<Message> received = node.tell(TestNode.CONNECTION, Requests.insert(transaction));

    assertThat(received).hasSize(2);
    assertThat(received.get(0))
        .isEqualTo(
            Message.of(Command.NOTIFY_INSERTED)
                .put(KeyType.DOMAIN_ID, DOMAIN)
                .put(KeyType.INFRA_COMMAND, new byte[] {0, 4})
                .put(KeyType.TRANSACTION_ID, transaction.transactionId())
                .put(KeyType.ASSET_GROUP_IDS, List.of(GROUP.toByteArray()))
                .put(KeyType.DESTINATION_USER_ID, USER)
                .put(KeyType.INFRA_MSG_TYPE, new byte[] {0, 2})
                .build());
    assertThat(node.port().wasProtected(received.get(0))).isTrue();
    assertThat(received.get(1).integer(KeyType.COMMAND)).isEqualTo(72);
  }

  @Test
  void everyConnectionOfAWatcherGetsOneMessageForATransaction() {
    register(FIRST, OTHER);
    register(SECOND, OTHER);
    watch(OTHER, GROUP);
    watch(OTHER, GROUP);
    watch(OTHER, OTHER_GROUP);

    node.ask(Requests.insert(inBothGroups("both")));

    Message notice = node.port().take(FIRST).get(0);
    assertThat(notice.bytesList(KeyType.ASSET_GROUP_IDS))
        .containsExactly(OTHER_GROUP.toByteArray(), GROUP.toByteArray());
    assertThat(node.port().take(SECOND)).hasSize(1);
    assertThat(node.port().isSilent()).isTrue();
  }

  @Test
  void refusedInsertIsNotTold() {
    register(FIRST, OTHER);
    watch(OTHER, GROUP);
    Transaction transaction = Samples.note("twice");
    node.ask(Requests.insert(transaction));
    node.port().take(FIRST);

    node.ask(Requests.insert(transaction));

    assertThat(node.port().isSilent()).isTrue();
  }

  /** REST and whatever comes later insert through the same service. */
  @Test
  void insertByAnotherDoorIsToldToo() throws Exception {
    register(FIRST, OTHER);
    watch(OTHER, GROUP);

    node.services()
        .transactions()
        .insert(DOMAIN, Samples.note("rest").serialize(), Map.of())
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);

    assertThat(node.port().take(FIRST)).hasSize(1);
  }

  @Test
  void oneCancelEndsIt() {
    register(FIRST, OTHER);
    watch(OTHER, GROUP);
    watch(OTHER, GROUP);

    cancel(OTHER, GROUP);
    node.ask(Requests.insert(Samples.note("b")));

    assertThat(node.port().isSilent()).isTrue();
    assertThat(list()).containsExactly(0, 0);
  }

  @Test
  void cancelBySomebodyElseChangesNothing() {
    watch(OTHER, GROUP);

    cancel(USER, GROUP);
    cancel(OTHER, OTHER_GROUP);

    assertThat(list()).hasSize(2 + 32 + 2 + 32);
  }

  @Test
  void watcherKeepsItsPlaceOverADisconnection() {
    register(FIRST, OTHER);
    watch(OTHER, GROUP);
    node.node().onDisconnected(FIRST);
    register(SECOND, OTHER);

    node.ask(Requests.insert(Samples.note("c")));

    assertThat(node.port().take(SECOND)).hasSize(1);
  }

  @Test
  void watcherWhoCannotBeToldLosesAllItsGroups() {
    watch(OTHER, GROUP);
    watch(OTHER, OTHER_GROUP);
    watch(USER, OTHER_GROUP);
    register(TestNode.CONNECTION, USER);

    node.ask(Requests.insert(Samples.note("d")));

    assertThat(list())
        .isEqualTo(lists(OTHER_GROUP.toByteArray(), new byte[] {0, 1}, USER.toByteArray()));
  }

  private static byte[] lists(byte[]... parts) {
    ByteBuffer list = ByteBuffer.allocate(2 + 32 + 2 + 32).putShort((short) 1);
    for (byte[] part : parts) {
      list.put(part);
    }
    return list.array();
  }

  @Test
  void closedDomainForgetsWhoWatched() {
    watch(OTHER, GROUP);

    node.ask(Requests.close(DOMAIN));
    node.ask(Requests.setUp(DOMAIN));

    assertThat(list()).containsExactly(0, 0);
  }

  @Test
  void incompleteRequestsAreDropped() {
    Message.Builder request = watch(Command.REQUEST_INSERT_NOTIFICATION, OTHER, GROUP);
    Message complete = request.build();

    node.tellSilently(complete.toBuilder().remove(KeyType.ASSET_GROUP_ID).build());
    node.tellSilently(complete.toBuilder().put(KeyType.ASSET_GROUP_ID, new byte[16]).build());
    node.tellSilently(complete.toBuilder().putNil(KeyType.SOURCE_USER_ID).build());
    node.tellSilently(complete.toBuilder().putNil(KeyType.DOMAIN_ID).build());
    node.tellSilently(
        complete.toBuilder().put(KeyType.DOMAIN_ID, DomainId.fromHex("99".repeat(32))).build());

    assertThat(list()).containsExactly(0, 0);
  }
}
