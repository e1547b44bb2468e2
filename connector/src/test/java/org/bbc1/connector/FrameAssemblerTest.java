package org.bbc1.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bbc1.connector.TestFrames.header;
import static org.bbc1.connector.TestFrames.join;
import static org.bbc1.connector.TestFrames.raw;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAssemblerTest {

  private static final int LIMIT = 100_000;

  private final List<String> events = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private final FrameAssembler assembler =
      new FrameAssembler(
          LIMIT,
          new FrameSink() {
            @Override
            public void frame(Frame frame) {
              events.add("frame " + frame.payloadType() + " " + frame.body().length);
              bodies.add(frame.body());
            }

            @Override
            public void dropped(int payloadType, long length) {
              events.add("dropped " + payloadType + " " + length);
            }

            @Override
            public void tooLong(long length) {
              events.add("too long " + length);
            }
          });

  private void accept(byte[] bytes) {
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    assembler.accept(in);
    assertThat(in.isReadable()).isFalse();
  }

  @Test
  void joinedFramesComeOutInOrder() {
    accept(join(raw(2, (byte) 1), raw(0, (byte) 2, (byte) 3), raw(3, (byte) 4)));
    assertThat(events).containsExactly("frame 2 1", "frame 0 2", "frame 3 1");
    assertThat(assembler.midFrame()).isFalse();
  }

  @Test
  void theFormatVersionIsIgnored() {
    byte[] frame = raw(2, (byte) 1);
    frame[3] = 7;
    accept(frame);
    assertThat(events).containsExactly("frame 2 1");
  }

  @Test
  void aFrameIsUnderWayFromItsFirstByteToItsLast() {
    byte[] frame = raw(2, new byte[3000]);
    for (int i = 0; i < frame.length - 1; i++) {
      accept(new byte[] {frame[i]});
      assertThat(assembler.midFrame()).isTrue();
    }
    accept(new byte[] {frame[frame.length - 1]});
    assertThat(assembler.midFrame()).isFalse();
    assertThat(events).containsExactly("frame 2 3000");
  }

  @Test
  void anEmptyFrameDoesNotHoldUpTheNext() {
    accept(join(header(2, 0), raw(2, (byte) 1), header(0, 0)));
    assertThat(events).containsExactly("dropped 2 0", "frame 2 1", "dropped 0 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 0x0200, 0xffff})
  void aFrameOfUnknownTypeIsPassedOverWithItsBody(int type) {
    byte[] bytes = join(raw(type, new byte[5000]), raw(2, (byte) 1));
    accept(Arrays.copyOf(bytes, 1000));
    assertThat(assembler.midFrame()).isTrue();
    accept(Arrays.copyOfRange(bytes, 1000, bytes.length));
    assertThat(events).containsExactly("dropped " + type + " 5000", "frame 2 1");
  }

  @ParameterizedTest
  @ValueSource(longs = {LIMIT + 1, 0x7fffffffL, 0x80000000L, 0xffffffffL})
  void aFrameAboveTheLimitEndsTheStreamAtItsHeader(long length) {
    accept(join(raw(2, (byte) 1), header(2, length), raw(2, (byte) 2)));
    accept(raw(2, (byte) 3));
    assertThat(events).containsExactly("frame 2 1", "too long " + length);
  }

  @Test
  void aFrameOfExactlyTheLimitIsTaken() {
    accept(raw(2, new byte[LIMIT]));
    assertThat(events).containsExactly("frame 2 " + LIMIT);
  }

  @Test
  void noCutChangesWhatIsRead() {
    Random random = new Random(20260101);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<byte[]> expected = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] body = new byte[random.nextInt(20) == 0 ? random.nextInt(LIMIT) : random.nextInt(40)];
      random.nextBytes(body);
      stream.writeBytes(raw(2, body));
      if (body.length > 0) {
        expected.add(body);
      }
    }
    byte[] all = stream.toByteArray();
    for (int from = 0; from < all.length; ) {
      int to = Math.min(all.length, from + 1 + random.nextInt(random.nextBoolean() ? 9 : 70_000));
      accept(Arrays.copyOfRange(all, from, to));
      from = to;
    }
    assertThat(bodies).usingElementComparator(Arrays::compare).containsExactlyElementsOf(expected);
  }
}
