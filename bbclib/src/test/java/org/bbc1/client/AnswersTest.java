package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.error.StatusCode;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.AssetId;
import org.bbc1.id.DomainId;
import org.bbc1.id.TransactionId;
import org.bbc1.id.UserId;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.bbc1.transaction.Transaction;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final byte[] BYTES = {1, 2};

  private static Message.Builder status(StatusCode code) {
    return Message.builder().put(KeyType.STATUS, code.code());
  }

  private static Transaction transaction() {
    return Transaction.builder().timestamp(1).build();
  }

  @Test
  void queryIdIsReadAsBytesOrTextAndNothingElse() {
    assertThat(Answers.queryId(Message.builder().put(KeyType.QUERY_ID, BYTES).build()))
        .isEqualTo(BYTES);
    assertThat(
            Answers.queryId(Message.builder().put(KeyType.QUERY_ID, new Value.Text(BYTES)).build()))
        .isEqualTo(BYTES);
    assertThat(Answers.queryId(Message.builder().put(KeyType.QUERY_ID, 1).build())).isNull();
  }

  @Test
  void statusThatIsMissingCountsAsSuccess() {
    assertThat(Answers.status(Message.builder().build())).isZero();
    assertThat(Answers.successful(Message.builder().build()).size()).isZero();
  }

  @Test
  void failureNamesItsCodeAndReason() {
    Message known = status(StatusCode.EBADTRANSACTION).put(KeyType.REASON, "why").build();
    Message unknown = Message.builder().put(KeyType.STATUS, -99).build();

    assertThatExceptionOfType(ErrorReplyException.class)
        .isThrownBy(() -> Answers.successful(known))
        .withMessage("EBADTRANSACTION: why")
        .satisfies(
            failure -> assertThat(failure.statusCode()).isEqualTo(StatusCode.EBADTRANSACTION))
        .satisfies(failure -> assertThat(failure.status()).isEqualTo(-15))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo("why"));
    assertThatExceptionOfType(ErrorReplyException.class)
        .isThrownBy(() -> Answers.successful(unknown))
        .withMessage("status -99: ")
        .satisfies(failure -> assertThat(failure.statusCode()).isEqualTo(StatusCode.EOTHER));
  }

  @Test
  void nothingFoundIsAnAnswer() {
    Message answer = status(StatusCode.ENOTRANSACTION).build();

    assertThat(Answers.found(answer)).isSameAs(SearchResult.EMPTY);
    assertThat(Answers.traversal(answer)).isSameAs(Traversal.EMPTY);
  }

  @Test
  void everyOtherFailureOfASearchIsAnError() {
    Message answer = status(StatusCode.EINVALID_COMMAND).build();

    assertThatThrownBy(() -> Answers.found(answer)).isInstanceOf(ErrorReplyException.class);
    assertThatThrownBy(() -> Answers.traversal(answer)).isInstanceOf(ErrorReplyException.class);
  }

  @Test
  void compromisedDataIsToldApart() {
    Message one =
        status(StatusCode.EBADTRANSACTION).put(KeyType.COMPROMISED_TRANSACTION_DATA, BYTES).build();
    Message ids =
        status(StatusCode.ESUCCESS)
            .put(KeyType.COMPROMISED_TRANSACTION_IDS, List.of(BYTES))
            .build();
    Message files =
        status(StatusCode.ESUCCESS)
            .put(KeyType.COMPROMISED_ASSET_FILES, Map.of(AssetId.of(BYTES), BYTES))
            .build();
    Message sound =
        status(StatusCode.ESUCCESS)
            .put(KeyType.TRANSACTION_DATA, transaction().serialize())
            .build();

    assertThat(Answers.found(one).compromisedTransactions()).containsExactly(BYTES);
    assertThat(Answers.found(ids).compromisedIds()).containsExactly(TransactionId.of(BYTES));
    for (Message compromised : List.of(one, ids, files)) {
      assertThat(Answers.found(compromised).isCompromised()).isTrue();
    }
    assertThat(Answers.found(one).isEmpty()).isFalse();
    assertThat(Answers.found(ids).isEmpty()).isFalse();
    assertThat(Answers.found(files).isEmpty()).isTrue();
    assertThat(Answers.found(sound).isCompromised()).isFalse();
    assertThat(Answers.found(sound).isEmpty()).isFalse();
    assertThat(Answers.found(sound).transactions()).containsExactly(transaction());
  }

  @Test
  void traversalKeepsItsLevels() {
    Transaction transaction = transaction();
    Message answer =
        Message.builder()
            .putTree(KeyType.TRANSACTION_TREE, List.of(List.of(transaction.serialize()), List.of()))
            .put(KeyType.ALL_INCLUDED, false)
            .build();

    Traversal traversal = Answers.traversal(answer);

    assertThat(traversal.levels()).containsExactly(List.of(transaction), List.of());
    assertThat(traversal.allIncluded()).isFalse();
    assertThat(Answers.traversal(Message.builder().build()).allIncluded()).isTrue();
  }

  @Test
  void domainListMustHaveTheLengthThatItsCountSays() {
    DomainId domain = DomainId.GLOBAL_0;
    byte[] one = ByteBuffer.allocate(34).putShort((short) 1).put(domain.toByteArray()).array();

    assertThat(Answers.domains(domains(one))).containsExactly(domain);
    assertThat(Answers.domains(domains(new byte[2]))).isEmpty();
    for (int length : new int[] {0, 1, 3, 33, 34}) {
      assertThatThrownBy(() -> Answers.domains(domains(new byte[length])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(length + " bytes");
    }
  }

  private static Message domains(byte[] list) {
    return Message.builder().put(KeyType.DOMAIN_LIST, list).build();
  }

  @Test
  void statisticsAreNumbersByCategoryAndName() {
    Map<Value, Value> numbers = new LinkedHashMap<>();
    numbers.put(Value.Bytes.ofText("ok"), new Value.Int(3));
    numbers.put(new Value.Text("bad"), new Value.Int(4));
    numbers.put(new Value.Int(7), new Value.Int(5));

    assertThat(Answers.statistics(stats(new Value.MapValue(numbers))).get("transaction"))
        .containsEntry("ok", 3L)
        .containsEntry("bad", 4L)
        .hasSize(3);
    assertThatThrownBy(() -> Answers.statistics(stats(Value.nil()))).hasMessageContaining("no map");
    assertThatThrownBy(
            () ->
                Answers.statistics(
                    stats(new Value.MapValue(Map.of(new Value.Text("a"), Value.nil())))))
        .hasMessageContaining("no number");
  }

  private static Message stats(Value category) {
    return Message.builder()
        .put(KeyType.STATS, new Value.MapValue(Map.of(new Value.Text("transaction"), category)))
        .build();
  }

  @Test
  void conditionsThatAreSetTravelAndTheOthersDoNot() {
    AssetGroupId group = AssetGroupId.of(BYTES);
    AssetId asset = AssetId.of(BYTES);
    UserId user = UserId.of(BYTES);
    SearchCondition condition =
        SearchCondition.ANY.inGroup(group).withAsset(asset).ownedBy(user).between(5L, 6L);

    Message request = Conditions.add(Message.builder(), condition).build();

    assertThat(request.id(KeyType.ASSET_GROUP_ID, AssetGroupId::of)).isEqualTo(group);
    assertThat(request.id(KeyType.ASSET_ID, AssetId::of)).isEqualTo(asset);
    assertThat(request.id(KeyType.USER_ID, UserId::of)).isEqualTo(user);
    assertThat(request.integer(KeyType.START_FROM)).isEqualTo(5);
    assertThat(request.integer(KeyType.UNTIL)).isEqualTo(6);
    assertThat(Conditions.add(Message.builder(), SearchCondition.ANY).build().size()).isZero();
  }

  @Test
  void configurationNamesAPortAndAFrameThatHoldsSomething() {
    assertThat(ClientConfig.of("h", 1).port()).isEqualTo(1);
    assertThat(ClientConfig.of("h", 65535).withMaxFrameBytes(1).maxFrameBytes()).isEqualTo(1);
    assertThatThrownBy(() -> ClientConfig.of("h", 0)).hasMessageContaining("no port");
    assertThatThrownBy(() -> ClientConfig.of("h", 65536)).hasMessageContaining("no port");
    ClientConfig config = ClientConfig.of("h", 1);
    assertThatThrownBy(() -> config.withMaxFrameBytes(0)).hasMessageContaining("hold nothing");
  }
}
