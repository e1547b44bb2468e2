package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.node.Requests.DOMAIN;
import static org.bbc1.node.Requests.USER;
import static org.bbc1.node.command.Replies.assertFailure;
import static org.bbc1.node.command.Replies.assertLacksParameters;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bbc1.connector.ConnectionId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.node.Requests;
import org.bbc1.node.TestNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GATHER_SIGNATURE and SIGNATURE (client-protocol 13.4). */
class SignatureTest extends NodeTestBase {

  private static final UserId SIGNER = UserId.fromHex("51".repeat(32));
  private static final UserId SECOND_SIGNER = UserId.fromHex("52".repeat(32));
  private static final UserId NOBODY = UserId.fromHex("99".repeat(32));
  private static final ConnectionId SIGNERS = new ConnectionId(2);
  private static final ConnectionId SECOND_SIGNERS = new ConnectionId(3);
  private static final byte[] TRANSACTION = {0, 0, 1, 2, 3};
  private static final byte[] SIGNATURE = {7, 7, 7};

  @BeforeEach
  void registerAll() {
    node.tell(TestNode.CONNECTION, Requests.register(DOMAIN, USER));
    node.tell(SIGNERS, Requests.register(DOMAIN, SIGNER));
    node.tell(SECOND_SIGNERS, Requests.register(DOMAIN, SECOND_SIGNER));
  }

  private static Message.Builder gather(UserId... signers) {
    return Requests.of(Command.REQUEST_GATHER_SIGNATURE)
        .put(KeyType.TRANSACTION_DATA, TRANSACTION)
        .put(
            KeyType.DESTINATION_USER_IDS, Arrays.stream(signers).map(UserId::toByteArray).toList());
  }

  private static Message.Builder sign() {
    return Requests.of(Command.RESPONSE_SIGNATURE)
        .put(KeyType.SOURCE_USER_ID, SIGNER)
        .put(KeyType.DESTINATION_USER_ID, USER)
        .put(KeyType.TRANSACTION_ID, new byte[32])
        .put(KeyType.SIGNATURE, SIGNATURE)
        .put(KeyType.REF_INDEX, -1);
  }

  private Message answerTo(Message signature) {
    node.tell(SIGNERS, signature);
    List<Message> answers = node.port().take(TestNode.CONNECTION);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  @Test
  void everySignerIsAskedExceptTheOneWhoAsks() {
    Message request =
        gather(SIGNER, USER, SECOND_SIGNER, SIGNER)
            .put(KeyType.HINT, new Value.Text("please"))
            .put(KeyType.TRANSACTION_ID, new byte[] {1, 2})
            .put(KeyType.TRANSACTIONS, Map.of(TransactionId.of(new byte[] {3}), new byte[] {4}))
            .put(KeyType.ALL_ASSET_FILES, Map.of(AssetId.of(new byte[] {5}), new byte[] {6}))
            .build();

    assertThat(node.tell(TestNode.CONNECTION, request)).isEmpty();

    List<Message> questions = node.port().take(SIGNERS);
    assertThat(questions)
        .containsExactly(
            Message.of(Command.REQUEST_SIGNATURE)
                .put(KeyType.DOMAIN_ID, DOMAIN)
                .put(KeyType.DESTINATION_USER_ID, SIGNER)
                .put(KeyType.QUERY_ID, request.bytes(KeyType.QUERY_ID))
                .put(KeyType.SOURCE_USER_ID, USER)
                .put(KeyType.STATUS, 0)
                .put(KeyType.TRANSACTION_DATA, TRANSACTION)
                .put(KeyType.HINT, new Value.Text("please"))
                .put(KeyType.TRANSACTIONS, Map.of(TransactionId.of(new byte[] {3}), new byte[] {4}))
                .put(KeyType.ALL_ASSET_FILES, Map.of(AssetId.of(new byte[] {5}), new byte[] {6}))
                .put(KeyType.TRANSACTION_ID, new byte[] {1, 2})
                .put(KeyType.INFRA_MSG_TYPE, new byte[] {0, 2})
                .build());
    assertThat(node.port().wasProtected(questions.get(0))).isTrue();
    assertThat(node.port().take(SECOND_SIGNERS)).hasSize(1);
  }

  @Test
  void nobodyToAskIsSilent() {
    node.tellSilently(gather().build());
    node.tellSilently(gather(USER).build());
  }

  @Test
  void queryIdMayBeMissingButMustBeBytes() {
    node.tell(TestNode.CONNECTION, gather(SIGNER).remove(KeyType.QUERY_ID).build());
    assertThat(node.port().take(SIGNERS).get(0).has(KeyType.QUERY_ID)).isFalse();

    assertLacksParameters(
        node.ask(gather(SIGNER).put(KeyType.QUERY_ID, new Value.ListValue(List.of())).build()));
    assertThat(node.port().take(SIGNERS)).isEmpty();
  }

  @Test
  void faultyRequestIsAnswered() {
    assertLacksParameters(node.ask(gather(SIGNER).remove(KeyType.TRANSACTION_DATA).build()));
    assertLacksParameters(node.ask(gather(SIGNER).putNil(KeyType.TRANSACTION_DATA).build()));
    assertLacksParameters(node.ask(gather().remove(KeyType.DESTINATION_USER_IDS).build()));
    assertLacksParameters(node.ask(gather().putNil(KeyType.DESTINATION_USER_IDS).build()));
    assertLacksParameters(
        node.ask(gather().put(KeyType.DESTINATION_USER_IDS, new byte[32]).build()));
    assertLacksParameters(
        node.ask(gather().put(KeyType.DESTINATION_USER_IDS, List.of(new byte[31])).build()));
    assertLacksParameters(node.ask(gather(SIGNER).put(KeyType.TRANSACTIONS, 1).build()));
    assertLacksParameters(node.ask(gather(SIGNER).putNil(KeyType.SOURCE_USER_ID).build()));
    assertFailure(
        node.ask(gather(SIGNER).put(KeyType.DOMAIN_ID, DomainId.fromHex("99".repeat(32))).build()),
        -1,
        "No such domain");
    assertThat(node.port().isSilent()).isTrue();
  }

  @Test
  void tooManySignersAreRefused() {
    UserId[] signers = new UserId[257];
    for (int i = 0; i < signers.length; i++) {
      byte[] id = new byte[32];
      id[0] = (byte) i;
      id[1] = (byte) (i >> 8);
      signers[i] = UserId.of(id);
    }

    assertFailure(node.ask(gather(signers).build()), -1, "more than 256 users asked to sign");
    assertThat(node.time().waiting()).isZero();
  }

  @Test
  void questionToNobodyComesBackAsItIs() {
    Message request = gather(NOBODY).build();
    node.tellSilently(request);

    node.time().advance(Duration.ofSeconds(5));

    Message bounced = node.port().take(TestNode.CONNECTION).get(0);
    assertThat(bounced.integer(KeyType.COMMAND)).isEqualTo(69);
    assertThat(bounced.bytes(KeyType.QUERY_ID)).isEqualTo(request.bytes(KeyType.QUERY_ID));
    assertThat(bounced.optBool(KeyType.RESULT)).contains(false);
    assertThat(bounced.text(KeyType.REASON)).isEqualTo("Cannot find such user");
    assertThat(bounced.integer(KeyType.STATUS)).isZero();
    assertThat(bounced.bytes(KeyType.TRANSACTION_DATA)).isEqualTo(TRANSACTION);
  }

  @Test
  void anycastAsksOneMember() {
    node.tell(SECOND_SIGNERS, Requests.register(DOMAIN, SIGNER));

    node.tell(TestNode.CONNECTION, gather(SIGNER).put(KeyType.IS_ANYCAST, true).build());
    node.tell(TestNode.CONNECTION, gather(SIGNER).put(KeyType.IS_ANYCAST, true).build());

    assertThat(node.port().take(SIGNERS)).hasSize(1);
    assertThat(node.port().take(SECOND_SIGNERS)).hasSize(1);
  }

  @Test
  void anycastWithoutMembersComesBackToo() {
    node.tellSilently(gather(NOBODY).put(KeyType.IS_ANYCAST, true).build());

    node.time().advance(Duration.ofSeconds(5));

    assertThat(node.port().take(TestNode.CONNECTION)).hasSize(1);
  }

  @Test
  void signatureReachesTheOneWhoAsked() {
    Message signature = sign().put(KeyType.TRANSACTION_DATA_FORMAT, 0).build();

    assertThat(answerTo(signature))
        .isEqualTo(
            Message.of(Command.RESPONSE_GATHER_SIGNATURE)
                .put(KeyType.DOMAIN_ID, DOMAIN)
                .put(KeyType.DESTINATION_USER_ID, USER)
                .put(KeyType.QUERY_ID, signature.bytes(KeyType.QUERY_ID))
                .put(KeyType.STATUS, 0)
                .put(KeyType.SOURCE_USER_ID, SIGNER)
                .put(KeyType.SIGNATURE, SIGNATURE)
                .put(KeyType.REF_INDEX, -1)
                .put(KeyType.TRANSACTION_DATA_FORMAT, 0)
                .put(KeyType.INFRA_MSG_TYPE, new byte[] {0, 2})
                .build());
  }

  @Test
  void denialCarriesStatusAndReason() {
    Message denial =
        sign()
            .remove(KeyType.SIGNATURE)
            .put(KeyType.STATUS, -255)
            .put(KeyType.REASON, "no")
            .build();

    assertFailure(answerTo(denial), -255, "no");
    assertFailure(answerTo(denial.toBuilder().remove(KeyType.STATUS).build()), -255, "no");
    assertFailure(answerTo(denial.toBuilder().put(KeyType.STATUS, -7).build()), -7, "no");
  }

  @Test
  void denialWithoutAUsableReasonReachesTheOneWhoAskedToo() {
    Message denial = sign().remove(KeyType.SIGNATURE).put(KeyType.STATUS, -255).build();

    assertFailure(answerTo(denial), -255, "");
    assertFailure(answerTo(denial.toBuilder().put(KeyType.REASON, 1).build()), -255, "");
  }

  @Test
  void neitherSignatureNorDenialIsABareSuccess() {
    Message answer = answerTo(sign().remove(KeyType.SIGNATURE).build());

    assertThat(answer.integer(KeyType.STATUS)).isZero();
    assertThat(answer.has(KeyType.SIGNATURE)).isFalse();
  }

  @Test
  void incompleteAnswersAreDropped() {
    node.tellSilently(sign().remove(KeyType.REF_INDEX).build());
    node.tellSilently(sign().put(KeyType.REF_INDEX, "x").build());
    node.tellSilently(sign().put(KeyType.SIGNATURE, 1).build());
    node.tellSilently(sign().remove(KeyType.DESTINATION_USER_ID).build());
    node.tellSilently(sign().put(KeyType.QUERY_ID, new Value.MapValue(Map.of())).build());
    node.tellSilently(sign().putNil(KeyType.SOURCE_USER_ID).build());
    node.tellSilently(sign().putNil(KeyType.DOMAIN_ID).build());
  }
}
