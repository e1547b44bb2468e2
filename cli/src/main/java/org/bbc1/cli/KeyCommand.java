package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.bbc1.crypto.Curve;
import org.bbc1.crypto.KeyPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code bbc1 key}. */
@Command(
    name = "key",
    description = "Creates and shows keys.",
    subcommands = {KeyCommand.Create.class, KeyCommand.Show.class})
final class KeyCommand extends CommandGroup {

  /** Where the user's key is, unless said otherwise. */
  static final String DEFAULT_FILE = "bbc1_key.pem";

  /** The curves by the names that people use. */
  static final class CurveConverter implements ITypeConverter<Curve> {
    @Override
    public Curve convert(String value) {
      return switch (value.toLowerCase(java.util.Locale.ROOT)) {
        case "p-256", "p256", "prime256v1", "secp256r1" -> Curve.P256;
        case "secp256k1" -> Curve.SECP256K1;
        default ->
            throw new TypeConversionException("\"" + value + "\" is neither P-256 nor secp256k1");
      };
    }
  }

  /** {@code bbc1 key create}. */
  @Command(
      name = "create",
      description = "Creates a private key in a new PEM file that only you may read.")
  static final class Create implements Callable<Integer> {

    @Mixin private Output output = new Output();

    @Option(
        names = "--curve",
        defaultValue = "P-256",
        converter = CurveConverter.class,
        description = "P-256 or secp256k1 (default: ${DEFAULT-VALUE}).")
    private Curve curve = Curve.P256;

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        defaultValue = DEFAULT_FILE,
        description = "The file to create (default: ${DEFAULT-VALUE}).")
    private Path path = Path.of(DEFAULT_FILE);

    @Override
    public Integer call() {
      KeyPair keys = KeyPair.generate(curve);
      KeyFiles.create(path, keys);
      print(output, path, keys);
      return ExitCode.OK;
    }
  }

  /** {@code bbc1 key show}. */
  @Command(name = "show", description = "Shows the public part of a key.")
  static final class Show implements Callable<Integer> {

    @Mixin private Output output = new Output();

    @Option(names = "--pem", description = "Print the public key in PEM instead.")
    private boolean pem;

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        defaultValue = DEFAULT_FILE,
        description = "The file with the private key (default: ${DEFAULT-VALUE}).")
    private Path path = Path.of(DEFAULT_FILE);

    @Override
    public Integer call() {
      KeyPair keys = KeyFiles.read(path);
      if (pem) {
        output.line(keys.publicKeyPem().strip());
      } else {
        print(output, path, keys);
      }
      return ExitCode.OK;
    }
  }

  private static void print(Output output, Path path, KeyPair keys) {
    String publicKey = HexFormat.of().formatHex(keys.publicKey(true));
    if (output.isJson()) {
      JsonObject json =
          Json.createObjectBuilder()
              .add("path", path.toString())
              .add("curve", name(keys.curve()))
              .add("publicKey", publicKey)
              .build();
      output.json(json);
      return;
    }
    output.line("Key         " + path);
    output.line("curve       " + name(keys.curve()));
    output.line("public key  " + publicKey);
  }

  private static String name(Curve curve) {
    return curve == Curve.P256 ? "P-256" : "secp256k1";
  }
}
