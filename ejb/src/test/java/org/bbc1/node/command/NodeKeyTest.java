package org.bbc1.node.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import org.bbc1.message.AdminSignature;
import org.bbc1.node.config.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeKeyTest {

  private static final byte[] DOCUMENT = "document".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("node_key.pem");
  }

  private static byte[] sign(KeyPair key) {
    return key.sign(AdminSignature.digest(DOCUMENT));
  }

  @Test
  void missingKeyIsMadeForItsOwnerOnlyAndKept() throws IOException {
    NodeKey.loadOrCreate(folder);

    String pem = Files.readString(file);
    assertThat(pem).startsWith("-----BEGIN EC PRIVATE KEY-----");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("node_key.pem");
    KeyPair copy = KeyPair.fromPem(pem);
    assertThat(copy.curve()).isEqualTo(Curve.P256);
    assertThat(NodeKey.loadOrCreate(folder).verifies(DOCUMENT, sign(copy))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void curveOfTheFileIsUsed(Curve curve) throws IOException {
    KeyPair key = KeyPair.generate(curve);
    Files.writeString(file, key.privateKeyPem());

    NodeKey nodeKey = NodeKey.loadOrCreate(folder);

    assertThat(nodeKey.verifies(DOCUMENT, sign(key))).isTrue();
    assertThat(nodeKey).asString().doesNotContain("PRIVATE").contains(curve.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEINkwGv+u7kCFW6Dwqe4VJd29\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
      })
  void damagedKeyIsRefusedAndLeftAsItIs(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> NodeKey.loadOrCreate(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file + " holds no usable EC private key")
        .hasMessageNotContaining("MHcC");
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @Test
  void publicKeyAloneIsRefused() throws IOException {
    Files.writeString(file, KeyPair.generate(Curve.P256).publicKeyPem());

    assertThatThrownBy(() -> NodeKey.loadOrCreate(folder))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void onlyExactly64BytesOfTheRightKeyAreASignature() {
    NodeKey nodeKey = NodeKey.loadOrCreate(folder);
    byte[] foreign = sign(KeyPair.generate(Curve.P256));

    assertThat(nodeKey.verifies(DOCUMENT, foreign)).isFalse();
    assertThat(nodeKey.verifies(DOCUMENT, new byte[0])).isFalse();
    assertThat(nodeKey.verifies(DOCUMENT, new byte[64])).isFalse();
  }

  @Test
  void surplusBytesMakeASignatureInvalid() throws IOException {
    NodeKey nodeKey = NodeKey.loadOrCreate(folder);
    byte[] good = sign(KeyPair.fromPem(Files.readString(file)));

    assertThat(nodeKey.verifies(DOCUMENT, good)).isTrue();
    assertThat(nodeKey.verifies(DOCUMENT, java.util.Arrays.copyOf(good, 65))).isFalse();
  }
}
