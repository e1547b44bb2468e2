package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bbc1.connector.TestFrames.frame;
import static org.bbc1.connector.TestFrames.header;
import static org.bbc1.connector.TestFrames.join;
import static org.bbc1.connector.TestFrames.message;
import static org.bbc1.connector.TestFrames.raw;

import java.util.Arrays;
import java.util.Map;
import org.bbc1.message.Frames;
import org.bbc1.message.Message;
import org.bbc1.message.MsgPackCodec;
import org.bbc1.message.PayloadType;
import org.bbc1.message.TlvCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

  private static final int LIMIT = 2_000_000;

  private final RecordingListener listener = new RecordingListener();
  private RunningConnector connector;
  private RawClient client;
  private RawClient bystander;

  @BeforeEach
  void start() throws Exception {
    connector = RunningConnector.start(Map.of("bbc1.client.max-frame-bytes", "" + LIMIT), listener);
    bystander = connector.connect();
    client = connector.connect();
  }

  @AfterEach
  void stop() {
    client.close();
    bystander.close();
    connector.close();
  }

  private void bystanderNoticesNothing() {
    bystander.send(frame(4711));
    assertThat(listener.next().number()).isEqualTo(4711);
  }

  @Test
  void joinedFramesAreDelivered() {
    client.send(join(frame(1), frame(2), frame(3)));
    assertThat(listener.nextNumbers(3)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aFrameSentByteByByteIsDelivered() {
    for (byte one : join(frame(1), frame(2))) {
      client.send(new byte[] {one});
    }
    assertThat(listener.nextNumbers(2)).containsExactly(1L, 2L);
  }

  @Test
  void aLargeFrameInPiecesIsDelivered() {
    byte[] large = frame(5, LIMIT - 100);
    client.send(
        Arrays.copyOf(large, 11),
        Arrays.copyOfRange(large, 11, 900_000),
        Arrays.copyOfRange(large, 900_000, large.length));
    assertThat(listener.next().message()).isEqualTo(message(5, LIMIT - 100));
    assertThat(connector.channel.counters().bytesReceived()).isEqualTo(large.length);
  }

  @Test
  void emptyAndUnknownFramesDoNotHoldUpTheNext() {
    client.send(join(header(2, 0), raw(1, (byte) 1), raw(9, new byte[100]), frame(1)));
    assertThat(listener.next().number()).isEqualTo(1);
    assertThat(connector.channel.counters().framesReceived()).isEqualTo(4);
    assertThat(connector.channel.counters().framesDropped()).isEqualTo(3);
  }

  @Test
  void anAnnouncementAboveTheLimitClosesAtTheHeader() {
    client.send(join(frame(1), header(2, LIMIT + 1L)));
    assertThat(client.isClosedByNode()).isTrue();
    assertThat(listener.next().number()).isEqualTo(1);
    listener.nextDisconnected();
    bystanderNoticesNothing();
  }

  @Test
  void aFourGigabyteAnnouncementClosesAtTheHeader() {
    client.send(header(2, 0xffffffffL));
    assertThat(client.isClosedByNode()).isTrue();
    bystanderNoticesNothing();
  }

  @Test
  void aTlvRequestIsDelivered() {
    client.send(Frames.encode(PayloadType.TLV, TlvCodec.encode(message(6))));
    assertThat(listener.next().number()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c1", "81", "8000", "dfffffffff", "c4ff00", "81c400"})
  void anUndecodableBodyClosesOnlyItsConnection(String hex) {
    byte[] garbage = java.util.HexFormat.of().parseHex(hex);
    client.send(join(frame(1), raw(2, garbage), frame(2)));
    assertThat(client.isClosedByNode()).isTrue();
    assertThat(listener.next().number()).isEqualTo(1);
    assertThat(listener.nextDisconnected()).isNotNull();
    bystanderNoticesNothing();
    assertThat(listener.received).isEmpty();
  }

  @Test
  void anUndecodableTlvBodyClosesTheConnection() {
    client.send(raw(0, new byte[11]));
    assertThat(client.isClosedByNode()).isTrue();
    bystanderNoticesNothing();
  }

  @Test
  void anEncryptedFrameClosesTheConnectionThatHasNoKey() {
    client.send(raw(3, new byte[100]));
    assertThat(client.isClosedByNode()).isTrue();
    bystanderNoticesNothing();
  }

  @Test
  void whatIsNoRequestIsIgnored() {
    byte[] number = {42};
    byte[] list = {(byte) 0x91, 1};
    byte[] emptyMap = {(byte) 0x80};
    byte[] commandAsText =
        MsgPackCodec.encode(
            Message.builder().put(org.bbc1.message.KeyType.COMMAND, "register").build());
    client.send(
        join(raw(2, number), raw(2, list), raw(2, emptyMap), raw(2, commandAsText), frame(7)));
    assertThat(listener.next().number()).isEqualTo(7);
    assertThat(connector.channel.counters().framesDropped()).isEqualTo(4);
  }

  @Test
  void aClientThatClosesInTheMiddleOfAFrameIsForgotten() {
    client.send(Arrays.copyOf(frame(1, 1000), 500));
    client.close();
    listener.nextDisconnected();
    await().until(() -> connector.channel.connectionCount() == 1);
    assertThat(listener.received).isEmpty();
  }
}
