package org.bbc1.cli;

import jakarta.json.Json;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bbc1 id}. Source: configuration-and-tools section 6.6. */
@Command(name = "id", description = "Makes an identifier of 32 bytes: 64 hex digits.")
final class IdCommand implements Callable<Integer> {

  private static final int LENGTH = 32;

  /** From a text or at random, not both. */
  static final class Source {
    @Option(
        names = {"-s", "--seed"},
        paramLabel = "TEXT",
        description = "The SHA-256 of this text.")
    private @Nullable String seed;

    @Option(
        names = {"-r", "--random"},
        description = "A random one.")
    private boolean random;
  }

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(
      names = {"-t", "--time"},
      description =
          "With --seed: the text is followed by the time, so that the identifier is a new one.")
  private boolean withTime;

  @Mixin private Output output = new Output();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (source.random && withTime) {
      throw new ParameterException(spec.commandLine(), "--time goes with --seed only");
    }
    String id = HexFormat.of().formatHex(id(Instant.now()));
    if (output.isJson()) {
      output.json(Json.createObjectBuilder().add("id", id).build());
    } else {
      output.line(id);
    }
    return ExitCode.OK;
  }

  private byte[] id(Instant now) {
    if (source.seed == null) {
      byte[] random = new byte[LENGTH];
      new SecureRandom().nextBytes(random);
      return random;
    }
    return Sha256.of(withTime ? source.seed + seconds(now) : source.seed);
  }

  /** Seconds since 1970 with six decimals. */
  static String seconds(Instant time) {
    return String.format(Locale.ROOT, "%d.%06d", time.getEpochSecond(), time.getNano() / 1000);
  }
}
