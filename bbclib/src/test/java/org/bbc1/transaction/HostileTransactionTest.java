package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.transaction.codec.PackedWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to hurt: lengths beyond the data, bombs, limits. */
class HostileTransactionTest {

  private static final String EMPTY_V2 = "0200000000000000000000002000";

  private static void assertRefused(byte[] wire) {
    assertThatThrownBy(() -> Transaction.read(wire)).isInstanceOf(TransactionFormatException.class);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "version 3, 0000 03000000 0000000000000000 2000 0000 0000 0000 0000 0000 0000",
    "version 2^32-1, 0000 ffffffff 0000000000000000 2000 0000 0000 0000 0000 0000 0000",
    "timestamp 2^63, 0000 02000000 0000000000000080 2000 0000 0000 0000 0000 0000 0000",
    "id length 33, 0000 02000000 0000000000000000 2100 0000 0000 0000 0000 0000 0000",
    "id length 0, 0000 02000000 0000000000000000 0000 0000 0000 0000 0000 0000 0000",
    "65535 events in nothing, 0000 02000000 0000000000000000 2000 ffff 0000 0000 0000 0000 0000",
    "a reference of 2^32-1 bytes, 0000 02000000 0000000000000000 2000 0000 0100 ffffffff 0000",
    "cross reference twice, 0000 02000000 0000000000000000 2000 0000 0000 0000 0000 0200 0000",
    "cross reference with short domain id, 0000 02000000 0000000000000000 2000 0000 0000 0000 0000 0100 06000000 0100aa 0100bb 0000",
    "empty slot of 5 bytes, 0000 02000000 0000000000000000 2000 0000 0000 0000 0000 0000 0100 05000000 0000000000",
    "key type 3, 0000 02000000 0000000000000000 2000 0000 0000 0000 0000 0000 0100 0c000000 03000000 00000000 00000000",
    "public key of 2^32-8 bits, 0000 02000000 0000000000000000 2000 0000 0000 0000 0000 0000 0100 0c000000 02000000 f8ffffff 00000000",
    "no signature in the slot, 0000 02000000 0000000000000000 2000 0000 0000 0000 0000 0000 0100 0c000000 02000000 00000000 00000000",
    "relation without group, 0000 02000000 0000000000000000 2000 0000 0000 0100 10000000 0000 0000 00000000 00000000 00000000 0000 0000 0000"
  })
  void isRefused(String what, String wire) {
    assertThat(what).isNotEmpty();
    assertRefused(hex(wire));
  }

  @Test
  void idsOfDifferentLengthsInOneWitnessAreRefused() {
    assertRefused(
        hex(
            "0000"
                + EMPTY_V2
                + "000000000000"
                + "0100 0b000000 0200 0100aa 0000 0200aabb 0100"
                + "0000 0000"));
  }

  @Test
  void anAlmostEndlessZlibStreamIsStoppedAtTheLimit() {
    byte[] zeros = new byte[1 << 20];
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes(hex("1000"));
    byte[] chunk = new byte[1 << 16];
    for (int i = 0; i < 64; i++) {
      deflater.setInput(zeros);
      for (int n = deflater.deflate(chunk); n > 0; n = deflater.deflate(chunk)) {
        wire.write(chunk, 0, n);
      }
    }
    deflater.end();

    assertThatThrownBy(() -> Transaction.read(wire.toByteArray()))
        .isInstanceOf(TransactionFormatException.class)
        .hasMessageContaining("above");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void manyOfTheSmallestRelationsAreNoHostileInput(int version) {
    TransactionBuilder builder =
        new TransactionBuilder().version(version).idLengths(new IdLengths(32, 32, 1, 32, 32));
    for (int i = 0; i < 100; i++) {
      builder.addRelation().assetGroup(new TestTransactions(6).assetGroup());
    }
    Transaction transaction = builder.build();

    assertThat(Transaction.read(transaction.serialize())).isEqualTo(transaction);
  }

  @Test
  void aFileIsHashedOnceHoweverManyAssetsBearItsId() {
    byte[] file = new byte[1 << 20];
    TestTransactions make = new TestTransactions(7);
    Asset asset = Asset.builder(make.user()).file(file).build();
    TransactionBuilder builder = new TransactionBuilder();
    for (int i = 0; i < 50_000; i++) {
      builder.addRelation().assetGroup(make.assetGroup()).asset(asset);
    }
    Transaction transaction = builder.build();
    TransactionValidator validator = new TransactionValidator(SignatureEngines.fastest());

    ValidationResult result =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> validator.validate(transaction, Map.of(asset.assetId(), file)));

    assertThat(result.validAssets()).hasSize(50_000);
  }

  @Test
  void limitsAreKept() {
    Transaction transaction = new TestTransactions(2).everything();
    byte[] plain = transaction.serialize(WireFormat.PLAIN);
    byte[] zlib = transaction.serialize(WireFormat.ZLIB);
    int packed = plain.length - 2;

    ReadLimits just =
        ReadLimits.DEFAULT.withWireBytes(zlib.length).withInflatedBytes(packed).withParts(100);
    assertThat(Transaction.read(plain, just.withWireBytes(plain.length).withInflatedBytes(0)))
        .isEqualTo(transaction);
    assertThat(Transaction.read(zlib, just)).isEqualTo(transaction);
    assertThat(Transaction.read(plain, ReadLimits.STRICT)).isEqualTo(transaction);
    for (ReadLimits limits :
        new ReadLimits[] {
          just.withWireBytes(zlib.length - 1), just.withInflatedBytes(packed - 1), just.withParts(3)
        }) {
      assertThatThrownBy(() -> Transaction.read(zlib, limits))
          .isInstanceOf(TransactionFormatException.class);
    }
  }

  @Test
  void textWrittenWithItsCharacterCountIsRefused() {
    TransactionBuilder builder = new TestTransactions(2).builder();
    TestTransactions make = new TestTransactions(3);
    builder
        .addRelation()
        .assetGroup(make.assetGroup())
        .asset(Asset.builder(make.user()).body("\u6f22\u5b57").build());
    byte[] wire = builder.build().serialize();
    byte[] body = {0, 0, 6, 0, (byte) 0xe6, (byte) 0xbc, (byte) 0xa2};
    int at = indexOf(wire, body);
    wire[at + 2] = 2;

    assertRefused(wire);
  }

  private static int indexOf(byte[] data, byte[] part) {
    for (int i = 0; i + part.length <= data.length; i++) {
      if (Arrays.equals(data, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }

  @Test
  void garbageIsRefusedWithAFormatErrorAndNothingElse() {
    Random random = new Random(11);
    byte[] seed = new TestTransactions(4).everything().serialize();
    for (int i = 0; i < 20000; i++) {
      byte[] wire = seed.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Transaction.read(wire).serialize()).isEqualTo(wire);
      } catch (TransactionFormatException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  @Test
  void whatWasHandedOverCannotBeChangedAfterwards() {
    byte[] wire = new TestTransactions(5).simple().serialize();
    Transaction transaction = Transaction.read(wire);
    byte[] before = transaction.serialize();

    Arrays.fill(wire, (byte) 0);
    Arrays.fill(transaction.digest(), (byte) 0);
    Arrays.fill(transaction.serialize(), (byte) 0);
    Arrays.fill(transaction.relations().get(0).asset().nonce(), (byte) 0);
    Arrays.fill(transaction.signatures().get(0).signature(), (byte) 0);

    assertThat(transaction.serialize()).isEqualTo(before);
    assertThat(Transaction.read(before)).isEqualTo(transaction);
  }

  @Test
  void numbersTooLargeForTheirFieldAreNotWritten() {
    PackedWriter out = new PackedWriter(0);

    assertThatThrownBy(() -> out.u2(65536)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> out.u4(1L << 32)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> out.u8(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
