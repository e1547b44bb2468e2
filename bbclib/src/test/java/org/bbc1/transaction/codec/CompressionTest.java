package org.bbc1.transaction.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed contents: read as a whole under a limit, or refused. */
class CompressionTest {

  private static final byte[] HEADER = {2, 0};
  private static final int NO_LIMIT = 1 << 24;

  /** The text hello as the bz2 module of Python compresses it in level 1. */
  private static final String BZIP2_HELLO =
      "425a68313141592653591931653d00000081000244a000219a68334d07338bb9229c28480c98b29e80";

  /** Compressible, but not all the same. */
  private static byte[] content(int length) {
    Random random = new Random(length);
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) random.nextInt(8);
    }
    return content;
  }

  private static void assertRefused(Compression compression, byte[] wire, int limit) {
    assertThatThrownBy(() -> compression.decompress(wire, HEADER.length, limit))
        .isInstanceOf(PackedFormatException.class);
  }

  @ParameterizedTest
  @EnumSource
  void contentComesBackBehindItsHeader(Compression compression) {
    for (int length : new int[] {0, 1, 8191, 8192, 8193, 250_000}) {
      byte[] content = content(length);
      byte[] wire = compression.compress(HEADER, content, 0);

      assertThat(wire).startsWith(HEADER);
      assertThat(compression.decompress(wire, HEADER.length, NO_LIMIT)).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatFollowsTheOffsetIsCompressed(Compression compression) {
    byte[] wire = compression.compress(HEADER, new byte[] {1, 2, 3}, 2);

    assertThat(compression.decompress(wire, HEADER.length, NO_LIMIT)).containsExactly(3);
  }

  @ParameterizedTest
  @EnumSource
  void theLimitIsKeptToTheByte(Compression compression) {
    byte[] content = content(20_000);
    byte[] wire = compression.compress(HEADER, content, 0);

    assertThat(compression.decompress(wire, HEADER.length, 20_000)).isEqualTo(content);
    assertRefused(compression, wire, 19_999);
    assertRefused(compression, wire, 0);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aStreamThatIsCutOrFollowedByBytesIsRefused(Compression compression) {
    byte[] wire = compression.compress(HEADER, content(300), 0);

    for (int length = HEADER.length; length < wire.length; length++) {
      assertRefused(compression, Arrays.copyOf(wire, length), NO_LIMIT);
    }
    assertRefused(compression, Arrays.copyOf(wire, wire.length + 1), NO_LIMIT);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void twoStreamsInARowAreRefused(Compression compression) {
    byte[] wire = compression.compress(HEADER, content(300), 0);
    byte[] twice = Arrays.copyOf(wire, 2 * wire.length - HEADER.length);
    System.arraycopy(wire, HEADER.length, twice, wire.length, wire.length - HEADER.length);

    assertRefused(compression, twice, NO_LIMIT);
  }

  /**
   * Some changes alter nothing, those of code lengths that are not used or of the bits that fill
   * the last byte, and once in a while the checksum of zlib holds for other content too.
   */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void damageIsNoticed(Compression compression) {
    byte[] wire = compression.compress(HEADER, content(300), 0);
    int accepted = 0;

    for (int i = HEADER.length; i < wire.length; i++) {
      for (int change = 1; change < 256; change++) {
        byte[] damaged = wire.clone();
        damaged[i] ^= (byte) change;
        accepted += isAccepted(compression, damaged) ? 1 : 0;
      }
    }

    assertThat(accepted).isLessThan(255 * wire.length / 100);
  }

  private static boolean isAccepted(Compression compression, byte[] wire) {
    try {
      compression.decompress(wire, HEADER.length, NO_LIMIT);
      return true;
    } catch (PackedFormatException e) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void noiseIsRefused(Compression compression) {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      assertThatThrownBy(() -> compression.decompress(noise, 0, NO_LIMIT))
          .isInstanceOf(PackedFormatException.class);
    }
  }

  @Test
  void bzip2IsWrittenInLevel1() {
    assertThat(Compression.BZIP2.compress(new byte[0], content(10), 0))
        .startsWith("BZh1".getBytes(US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9})
  void everyLevelOfBzip2IsRead(int level) throws IOException {
    byte[] content = content(250_000);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(stream, level)) {
      out.write(content);
    }

    assertThat(Compression.BZIP2.decompress(stream.toByteArray(), 0, NO_LIMIT)).isEqualTo(content);
  }

  @Test
  void bzip2OfAnotherWriterIsRead() {
    byte[] stream = HexFormat.of().parseHex(BZIP2_HELLO);

    assertThat(Compression.BZIP2.decompress(stream, 0, NO_LIMIT))
        .isEqualTo("hello".getBytes(US_ASCII));
  }

  @Test
  void aFarTooLargeContentTakesNoMoreMemoryThanTheLimit() {
    byte[] zeros = new byte[32 << 20];
    for (Compression compression : new Compression[] {Compression.ZLIB, Compression.BZIP2}) {
      byte[] bomb = compression.compress(HEADER, zeros, 0);
      long before = AllocatedMemory.ofThisThread();

      assertRefused(compression, bomb, 1 << 20);

      assertThat(AllocatedMemory.ofThisThread() - before).isLessThan(8 << 20);
    }
  }
}
