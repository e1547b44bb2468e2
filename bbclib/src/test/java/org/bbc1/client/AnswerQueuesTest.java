package org.bbc1.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.bbc1.message.Command;
import org.bbc1.message.KeyType;
import org.bbc1.message.Message;
import org.bbc1.message.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswerQueuesTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final QueryId ID = QueryId.of(7);
  private static final ConnectionException GONE = new ConnectionException("gone", null);

  private final AtomicLong now = new AtomicLong();
  private final AnswerQueues queues = new AnswerQueues(now::get);

  private static Message answer(QueryId id, int count) {
    return Message.of(Command.RESPONSE_INSERT)
        .put(KeyType.QUERY_ID, id.value())
        .put(KeyType.COUNT, count)
        .build();
  }

  @Test
  void answerGoesIntoTheQueueOfItsRequestOnly() {
    queues.create(ID);

    assertThat(queues.offer(answer(ID, 1))).isTrue();
    assertThat(queues.offer(answer(QueryId.of(8), 2))).isFalse();
    assertThat(queues.offer(Message.of(Command.RESPONSE_INSERT).build())).isFalse();
    assertThat(queues.take(ID, LONG, false)).isEqualTo(answer(ID, 1));
  }

  @Test
  void queueIsGivenUpAfterAWaitUnlessItIsKept() {
    queues.create(ID);
    queues.offer(answer(ID, 1));
    queues.offer(answer(ID, 2));

    assertThat(queues.take(ID, LONG, true)).isEqualTo(answer(ID, 1));
    assertThat(queues.take(ID, LONG, false)).isEqualTo(answer(ID, 2));
    assertThat(queues.offer(answer(ID, 3))).isFalse();
    assertThat(queues.size()).isZero();
  }

  @Test
  void waitEndsWithoutAnswerWhenTheTimeIsOver() {
    assertThat(queues.take(ID, Duration.ZERO, false)).isNull();
    assertThat(queues.takeCommon(Duration.ofMillis(1))).isNull();
  }

  @Test
  void queueOfARequestWithoutAnswerExpires() {
    queues.create(ID);
    now.addAndGet(AnswerQueues.LIFETIME.toNanos() - 1);
    queues.create(QueryId.of(8));
    assertThat(queues.size()).isEqualTo(2);
    now.addAndGet(1);
    queues.create(QueryId.of(9));

    assertThat(queues.size()).isEqualTo(2);
    assertThat(queues.offer(answer(ID, 1))).isFalse();
  }

  @Test
  void queueThatSomebodyWaitsForDoesNotExpire() {
    CompletableFuture<Message> waiting =
        CompletableFuture.supplyAsync(() -> queues.take(ID, LONG, false));
    while (queues.size() == 0 || !queues.hasReaders(ID)) {
      Thread.onSpinWait();
    }
    now.addAndGet(2 * AnswerQueues.LIFETIME.toNanos());
    queues.create(QueryId.of(8));
    queues.offer(answer(ID, 1));

    assertThat(waiting.join()).isEqualTo(answer(ID, 1));
  }

  @Test
  void newRequestUnderAnOldNumberDoesNotGetTheOldAnswer() {
    queues.create(ID);
    queues.offer(answer(ID, 1));
    queues.create(ID);

    assertThat(queues.take(ID, Duration.ZERO, false)).isNull();
  }

  @Test
  void endOfTheConnectionFailsTheWaitsButNotWhatHasArrived() {
    queues.create(ID);
    queues.create(QueryId.of(8));
    queues.offer(answer(ID, 1));
    CompletableFuture<Object> waiting =
        CompletableFuture.supplyAsync(() -> queues.takeCommon(LONG));
    queues.end(GONE);

    assertThat(waiting).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(GONE.getClass());
    assertThat(queues.take(ID, LONG, false)).isEqualTo(answer(ID, 1));
    assertThatExceptionOfType(ConnectionException.class)
        .isThrownBy(() -> queues.take(QueryId.of(8), LONG, false));
    assertThatExceptionOfType(ConnectionException.class)
        .as("a request made while there is no connection")
        .isThrownBy(() -> queues.take(QueryId.of(9), LONG, false));
  }

  @Test
  void afterARestartOnlyWhatWasAskedBeforeFails() {
    queues.create(ID);
    queues.end(GONE);
    queues.restart();
    queues.create(QueryId.of(8));
    queues.offer(answer(QueryId.of(8), 1));

    assertThat(queues.take(QueryId.of(8), LONG, false)).isNotNull();
    assertThat(queues.takeCommon(Duration.ZERO)).isNull();
    assertThatExceptionOfType(ConnectionException.class)
        .isThrownBy(() -> queues.take(ID, LONG, false));
  }

  @Test
  void fullCommonQueueGivesUpTheOldest() {
    for (int i = 0; i <= AnswerQueues.COMMON_CAPACITY; i++) {
      queues.putCommon(i);
    }

    assertThat(queues.takeCommon(LONG)).isEqualTo(1);
  }

  @Test
  void queryIdsThatCameAsTextOrBytesAreTheSame() {
    assertThat(new QueryId(new Value.Text(new byte[] {7, 0}))).isEqualTo(ID);
    assertThat(ID).hasToString("0700");
  }
}
