package org.bbc1.node.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.id.DomainId;
import org.bbc1.id.NodeId;
import org.bbc1.message.AdminSignature;
import org.bbc1.node.config.DomainKeySettings;
import org.bbc1.node.config.DomainSection;
import org.bbc1.node.domain.Domain;
import org.bbc1.node.domain.DomainSetupException;
import org.bbc1.node.time.VirtualScheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainKeysTest {

  private static final DomainId ID = DomainId.fromHex("d1".repeat(32));
  private static final Domain DOMAIN =
      new Domain(
          ID,
          NodeId.fromHex("0a".repeat(32)),
          DomainSection.of("domain", JsonValue.EMPTY_JSON_OBJECT));
  private static final Duration TIMEOUT = Duration.ofSeconds(300);
  private static final byte[] DOCUMENT = "a document".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final VirtualScheduler time = new VirtualScheduler();
  private DomainKeys keys;

  @BeforeEach
  void create() {
    keys = new DomainKeys(new DomainKeySettings(true, folder, TIMEOUT), time.clock());
  }

  private Path file() {
    return folder.resolve(ID.toHex() + ".pem");
  }

  private KeyPair newKey() throws IOException {
    KeyPair key = KeyPair.generate(Curve.P256);
    Files.writeString(file(), key.privateKeyPem());
    return key;
  }

  private boolean accepts(KeyPair key) {
    return keys.verifies(ID, DOCUMENT, key.sign(AdminSignature.digest(DOCUMENT)));
  }

  @Test
  void theKeyOfTheDomainVerifiesFromItsStartToItsEnd() throws IOException {
    KeyPair key = newKey();
    assertThat(accepts(key)).isFalse();

    keys.opening(DOMAIN);
    assertThat(accepts(key)).isTrue();
    assertThat(accepts(KeyPair.generate(Curve.P256))).isFalse();

    keys.closed(ID);
    assertThat(accepts(key)).isFalse();
  }

  @Test
  void aMissingKeyRefusesTheDomain() {
    assertThatThrownBy(() -> keys.opening(DOMAIN))
        .isInstanceOf(DomainSetupException.class)
        .hasStackTraceContaining(file().toString());
  }

  @Test
  void aDamagedKeyRefusesTheDomainAndIsNotQuoted() throws IOException {
    Files.writeString(file(), "-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n");

    assertThatThrownBy(() -> keys.opening(DOMAIN))
        .isInstanceOf(DomainSetupException.class)
        .cause()
        .hasMessageContaining("holds no usable EC private key")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void withoutUseNoKeyIsNeeded() throws IOException {
    keys = new DomainKeys(new DomainKeySettings(false, folder, TIMEOUT), time.clock());
    KeyPair key = newKey();

    keys.opening(DOMAIN);

    assertThat(keys.reload(ID)).isFalse();
    assertThat(accepts(key)).isFalse();
  }

  @Test
  void anOldKeyStaysValidForTheTimeout() throws IOException {
    KeyPair old = newKey();
    keys.opening(DOMAIN);
    KeyPair fresh = newKey();
    assertThat(accepts(fresh)).isFalse();

    assertThat(keys.reload(ID)).isTrue();

    assertThat(accepts(fresh)).isTrue();
    time.advance(TIMEOUT.minusSeconds(1));
    assertThat(accepts(old)).isTrue();
    time.advance(Duration.ofSeconds(1));
    assertThat(accepts(old)).isFalse();
    assertThat(accepts(fresh)).isTrue();
  }

  @Test
  void readingTheSameKeyAgainChangesNothing() throws IOException {
    KeyPair key = newKey();
    keys.opening(DOMAIN);

    assertThat(keys.reload(ID)).isFalse();
    time.advance(TIMEOUT.plusSeconds(1));

    assertThat(accepts(key)).isTrue();
  }

  @Test
  void aFileThatBecameUnusableChangesNothing() throws IOException {
    KeyPair key = newKey();
    keys.opening(DOMAIN);
    Files.delete(file());

    assertThat(keys.reload(ID)).isFalse();

    assertThat(accepts(key)).isTrue();
  }

  @Test
  void olderKeysAreBoundedHoweverOftenTheyChange() throws IOException {
    KeyPair first = newKey();
    keys.opening(DOMAIN);
    KeyPair previous = first;
    for (int i = 0; i < 10; i++) {
      previous = newKey();
      keys.reload(ID);
    }

    assertThat(accepts(previous)).isTrue();
    assertThat(accepts(first)).isFalse();
  }

  @Test
  void aDomainThatDoesNotRunHasNoKey() throws IOException {
    newKey();

    assertThat(keys.reload(ID)).isFalse();
  }
}
