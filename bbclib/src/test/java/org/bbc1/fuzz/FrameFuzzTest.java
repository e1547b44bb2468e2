package org.bbc1.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bbc1.message.FrameHeader;
import org.bbc1.message.Frames;
import org.bbc1.message.PayloadType;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole frames: the header and, if the body is complete, what its type says. */
class FrameFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.frames();
  }

  @MethodSource("seeds")
  @FuzzTest
  void fuzz(byte[] frame) throws Exception {
    if (frame.length < FrameHeader.SIZE) {
      assertThatThrownBy(() -> FrameHeader.read(ByteBuffer.wrap(frame)))
          .isInstanceOf(BufferUnderflowException.class);
      return;
    }
    FrameHeader header = FrameHeader.read(ByteBuffer.wrap(frame));
    assertThat(header.length()).isBetween(0L, 0xffff_ffffL);
    PayloadType type = PayloadType.ofNumber(header.payloadType());
    byte[] body = Arrays.copyOfRange(frame, FrameHeader.SIZE, frame.length);
    if (type != null && header.version() == 0 && header.length() == body.length) {
      assertThat(Frames.encode(type, body)).isEqualTo(frame);
    }
    MessageOracle.decode(type, body);
  }
}
