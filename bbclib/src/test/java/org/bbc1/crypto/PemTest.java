package org.bbc1.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {

  private static final Set<String> LABELS = Set.of("THING", "OTHER THING");

  private static byte[] first(String text) {
    return Pem.first(text.getBytes(UTF_8), LABELS);
  }

  private static void assertRefused(String text, String... reasons) {
    assertThatExceptionOfType(KeyFormatException.class)
        .isThrownBy(() -> first(text))
        .withMessageContainingAll(reasons);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 47, 48, 49, 50, 96, 1000})
  void whatWasWrittenIsRead(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    byte[] block = Pem.encode("THING", content);

    assertThat(Pem.first(block, LABELS)).isEqualTo(content);
    assertThat(new String(block, US_ASCII)).endsWith("-----END THING-----\n");
    assertThat(new String(block, US_ASCII).lines()).allMatch(line -> line.length() <= 64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN THING-----\nAQID\n-----END THING-----\n",
        "-----BEGIN THING-----\r\nAQID\r\n-----END THING-----\r\n",
        "-----BEGIN THING-----\nA\nQ I\tD\n\n-----END THING-----",
        "-----BEGIN THING-----AQID-----END THING-----",
        "words before\n-----BEGIN THING-----\nAQID\n-----END THING-----\nand after",
        "-----BEGIN PARAMETERS-----\n!\n-----END PARAMETERS-----\n"
            + "-----BEGIN OTHER THING-----\nAQID\n-----END OTHER THING-----\n"
            + "-----BEGIN THING-----\n!\n-----END THING-----\n"
      })
  void theFirstBlockWithOneOfTheLabelsIsTaken(String text) {
    assertThat(first(text)).containsExactly(1, 2, 3);
  }

  @Test
  void textWithoutTheBlockIsRefused() {
    assertRefused("", "no block");
    assertRefused("-----BEGIN", "no block");
    assertRefused("-----BEGIN NOTHING-----\nAQID\n-----END NOTHING-----\n", "no block");
    assertRefused("-----BEGIN thing-----\nAQID\n-----END thing-----\n", "no block");
  }

  @Test
  void aBlockWithoutLabelOrEndIsRefused() {
    assertRefused("-----BEGIN THING", "no label");
    assertRefused("-----BEGIN " + "T".repeat(65) + "-----", "no label");
    assertRefused("-----BEGIN THING-----\nAQID\n", "does not end");
    assertRefused("-----BEGIN THING-----\nAQID\n-----END OTHER THING-----\n", "does not end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AQ!D", "A", "AQID=", "AQID====", "AQ=ID", "AQID–", "=", "AQ-D", "\0"})
  void whatIsNoBase64IsRefused(String content) {
    assertRefused(block(content), "no base64");
  }

  private static String block(String content) {
    return "-----BEGIN THING-----\n" + content + "\n-----END THING-----\n";
  }

  @Test
  void encryptedContentIsCalledThat() {
    assertRefused(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAQID\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "encrypted");
    assertRefused(block("Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAQID"), "encrypted");
  }

  @Test
  void theErrorQuotesNothingOfTheContent() {
    assertThatThrownBy(() -> first(block("TOPSECRET!")))
        .hasNoCause()
        .hasMessageNotContaining("TOPSECRET");
  }

  @Test
  void tooLongTextIsRefused() {
    assertRefused(" ".repeat(Pem.MAXIMUM_SIZE + 1), "65537 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN ",
        "-----BEGIN A-----",
        "-----BEGIN A----------END A-----",
        "-",
        "-----END THING-----"
      })
  void marksInGreatNumberCostLittle(String mark) {
    String text = mark.repeat(Pem.MAXIMUM_SIZE / mark.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatExceptionOfType(KeyFormatException.class).isThrownBy(() -> first(text)));
  }
}
